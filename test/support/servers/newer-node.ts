// The Node of .nvmrc, as the npm package has it: fetched once into the user's cache.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached, fillCache } from '../../../local/programs/cache.ts';
import { run } from '../../../local/programs/run.ts';

const version = '24.21.0';
/** Of what the registry gave when this version was taken. */
const pinned: Record<string, string> = {
  'linux-arm64':
    'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  'linux-x64':
    'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
};

/** Its path: this one's, when it is one. Throws when it cannot be had, is another file than was pinned, or .nvmrc asks for another. */
export async function newerNode(): Promise<string> {
  const asked = readFileSync(new URL('../../../.nvmrc', import.meta.url), 'utf8').trim();
  if (process.versions.node.startsWith(`${asked}.`)) return process.execPath;
  if (!version.startsWith(`${asked}.`)) throw new Error(`.nvmrc says ${asked}; take a version of it here.`);
  const name = `node-${version}`;
  return (await cached(name)) ?? fillCache(name, fetchNode);
}

async function fetchNode(scratch: string): Promise<string> {
  const platform = `${process.platform}-${process.arch}`;
  const output = await run(
    'npm',
    ['pack', `node-${platform}@${version}`, '--json', '--silent', '--pack-destination', scratch],
    { timeoutMs: 180_000, progress: `Downloading Node ${version} from the npm registry` },
  );
  const [packed] = JSON.parse(output) as { filename: string; integrity: string }[];
  const { filename = '', integrity } = packed ?? {};
  if (integrity !== (pinned[platform] ?? integrity)) throw new Error(`${filename} is not what was pinned.`);
  await run('tar', ['-xzf', join(scratch, filename), '-C', scratch, 'package/bin/node'], {
    timeoutMs: 60_000,
  });
  return join(scratch, 'package/bin/node');
}
