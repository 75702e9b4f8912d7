// `npm run fuzz`: schemathesis takes the OpenAPI document at its word, as nobody, as an officer and as ops, in two minutes.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onProduct } from '../../bench/support/product.ts';
import { cached, fillCache } from '../../local/programs/cache.ts';
import { run } from '../../local/programs/run.ts';
import { environmentWith } from '../../settings/environment.ts';
import { ownSettings } from '../../settings/read.ts';

const requirement = 'schemathesis==4.32.5';
/** For each of the three. */
const { FUZZ_SECONDS: seconds } = ownSettings('fuzz');
const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
];
/** Streams that never end, and what would end the session that asks. */
const leftOut = [
  '--exclude-path-regex',
  '/live$|/sign-in|/v1/sessions?$|/v1/sessions/|/v1/password$|/second-factors?',
];

const site = await schemathesis();
process.exitCode = await onProduct(async ({ base }) => {
  const failed: string[] = [];
  for (const who of [undefined, 'nasional', 'ops']) {
    console.log(`\n${who ?? 'anybody'}, for ${seconds} s`);
    if ((await fuzz(base, who && (await tokenOf(base, who)))) !== 0) failed.push(who ?? 'anybody');
  }
  console.log(failed.length === 0 ? '\nNothing found.' : `\nFound as ${failed.join(', ')}; see above.`);
  return failed.length === 0 ? 0 : 1;
});

/** The folder that it is installed in: the user's cache, filled by pip once. Throws when there is no pip. */
async function schemathesis(): Promise<string> {
  const name = requirement.replace('==', '-');
  const known = await cached(name);
  if (known) return known;
  await run('python3', ['-m', 'pip', '--version'], { timeoutMs: 30_000 }).catch((cause: unknown) => {
    throw new Error('npm run fuzz needs python3 with pip (3.10 or later) on PATH.', { cause });
  });
  return fillCache(name, async (scratch) => {
    const folder = join(scratch, 'site');
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--target', folder];
    await run('python3', [...pip, requirement], {
      timeoutMs: 300_000,
      progress: `Installing ${requirement} from the Python package index`,
    });
    return folder;
  });
}

/** Its exit code. */
async function fuzz(base: string, token: string | undefined): Promise<number | null> {
  const cwd = mkdtempSync(join(tmpdir(), 'tuntas-fuzz-'));
  const session = token === undefined ? [] : ['-H', `Authorization: Bearer ${token}`];
  const options = [
    '--phases',
    'coverage,fuzzing',
    '--max-time',
    String(seconds),
    '--checks',
    checks.join(','),
  ];
  const quiet = ['--generation-database', 'none', '--warnings', 'off', '--continue-on-failure'];
  // One worker: its threads break Python 3.11's parser now and then.
  const args = ['-m', 'schemathesis.cli', 'run', `${base}/openapi.json`, '--workers', '1'];
  const child = spawn('python3', [...args, ...options, ...quiet, ...leftOut, ...session], {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: environmentWith({ PYTHONPATH: site }),
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  rmSync(cwd, { recursive: true, force: true });
  return code;
}

async function tokenOf(base: string, username: string): Promise<string> {
  const response = await fetch(`${base}/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: 'demo' }),
  });
  return ((await response.json()) as { token: string }).token;
}
