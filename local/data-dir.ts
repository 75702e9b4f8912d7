// DATA_DIR is for its owner only (secrets, logs, the engine's database, attachments) and for one `npm start` at a time.
import { mkdirSync } from 'node:fs';
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseUrlFile } from '../cli/shared/database-url.ts';
import { isAlive } from './parts/process.ts';

/** What we and our parts put there. */
const ours =
  /^((start|temporal)\.pid|secrets\.json|identity\.keys|database\.url|\w+\.log|temporal\.db(-\w+)?|postgres(\.password)?|attachments)$/;

/**
 * Closes the folder and what is ours in it, also what an earlier version left open. As root others may still pass
 * through, without seeing what is there: PostgreSQL runs as another user, on a folder of its own. A folder that holds
 * other things, too, keeps its own mode.
 */
async function closeToOthers(dataDir: string): Promise<void> {
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

/** Makes DATA_DIR and takes it for this process. Throws when another `npm start` runs on it. */
export async function claimDataDir(dataDir: string): Promise<void> {
  mkdirSync(dataDir, { recursive: true });
  await closeToOthers(dataDir);
  const file = join(dataDir, 'start.pid');
  const pid = Number(await readFile(file, 'utf8').catch(() => '0'));
  if (pid !== process.pid && isAlive(pid)) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (/build\/run\.js\0start\b/.test(command)) {
      throw new Error(
        `Tuntas runs already on ${dataDir} (process ${pid}). Stop it, or set another DATA_DIR.`,
      );
    }
  }
  await writeFile(file, String(process.pid));
}

/** For the commands; the password is in it. */
export async function keepDatabaseUrl(dataDir: string, url: string): Promise<void> {
  await writeFile(databaseUrlFile(dataDir), url, { mode: 0o600 });
}
