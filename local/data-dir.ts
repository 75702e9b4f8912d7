// DATA_DIR is for its owner only: secrets, logs, the engine's database, attachments.
import { chmod, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What we and our parts put there. */
const ours =
  /^((start|temporal)\.pid|secrets\.json|database\.url|\w+\.log|temporal\.db(-\w+)?|postgres(\.password)?|attachments)$/;

/**
 * Closes the folder and what is ours in it, also what an earlier version left open. As root others may still pass
 * through, without seeing what is there: PostgreSQL runs as another user, on a folder of its own. A folder that holds
 * other things, too, keeps its own mode.
 */
export async function closeToOthers(dataDir: string): Promise<void> {
  const uid = process.getuid?.();
  if (uid === undefined) return;
  const names = await readdir(dataDir);
  for (const name of names.filter((one) => ours.test(one))) {
    const path = join(dataDir, name);
    const found = await stat(path);
    if (found.uid === uid) await chmod(path, found.isDirectory() ? 0o700 : 0o600);
  }
  const { uid: owner } = await stat(dataDir);
  if (owner === uid && names.every((name) => ours.test(name)))
    await chmod(dataDir, uid === 0 ? 0o711 : 0o700);
}
