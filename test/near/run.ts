// `npm run test:near [-- COMMIT]`: the tests nearest to what changed since main (or COMMIT), for half a minute of their time.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { distances, git } from './distances.ts';

/** Of tests, some at once; the servers that they share take the rest of a minute. */
const budgetMs = 60_000;
/** Of a file that never ran here. */
const guessMs = 8_000;

const changed = changedSince(process.argv[2]);
const took = durations();
const costOf = (file: string) => took.get(file) ?? guessMs;
const near = [...distances(changed)]
  .sort(([a, far], [b, further]) => far - further || costOf(a) - costOf(b))
  .map(([file]) => file);
const run: string[] = [];
let left = budgetMs;
for (const file of near) {
  if (run.length > 0 && costOf(file) > left) continue;
  run.push(file);
  left -= costOf(file);
}
console.log(
  `${changed.length} files changed; ${run.length} of the ${near.length} test files that reach them:`,
);
if (run.length > 0) {
  const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
  process.exitCode = spawnSync(process.execPath, [vitest, 'run', ...run], { stdio: 'inherit' }).status ?? 1;
}
const others = near.filter((file) => !run.includes(file));
if (others.length > 0) console.log(`Not run, for they are further or longer: ${others.join(', ')}`);

/** With what is not committed yet; on main itself, the last commit with it. */
function changedSince(named: string | undefined): string[] {
  const [base = 'HEAD'] = git('merge-base', 'HEAD', named ?? 'main');
  const since = named === undefined && base === git('rev-parse', 'HEAD')[0] ? 'HEAD~1' : base;
  return [...git('diff', '--name-only', since), ...git('ls-files', '--others', '--exclude-standard')];
}

/** How long each file took when it last ran here, in milliseconds, as vitest keeps it. */
function durations(): Map<string, number> {
  const folder = fileURLToPath(new URL('../../node_modules/.vite/vitest/', import.meta.url));
  try {
    const [name = ''] = readdirSync(folder);
    const kept = JSON.parse(readFileSync(`${folder}${name}/results.json`, 'utf8')) as {
      results: [file: string, result: { duration: number }][];
    };
    return new Map(kept.results.map(([file, { duration }]) => [file.replace(/^.*?:/, ''), duration]));
  } catch {
    return new Map();
  }
}
