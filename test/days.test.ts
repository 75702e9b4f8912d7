// No test knows what day it is: those that need no engine run at days that are hard, the others ask no such question.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { days, runAt } from './support/clock/days.ts';

const root = new URL('..', import.meta.url).pathname;
/** They wait or count for long, and know no day; `npm run test:days` runs all there is. */
const long = [
  'sop/policy',
  'sop/reachable',
  'db/chain',
  'db/courier',
  'db/database-away',
  'db/year',
  'web/check',
  'web/size',
];
const servers = ['consoleDir', 'databaseUrl', 'temporalAddress', 'temporalPath', 'testServer'] as const;

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
    .toSorted();
}

/** Lines in which a pattern stands, with their place. */
function found(files: string[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  );
}

const instants = Object.entries(days);
const atEach = test.concurrent.each(instants.map(([name], index) => [name, index] as const));

// All of `npm run test:days` would take longer than the suite: each file of the record runs on one of the days here.
atEach('rules and forms, and a part of the record, hold on %s', { timeout: 400_000 }, async (name, index) => {
  const SHARED_SERVERS = JSON.stringify(Object.fromEntries(servers.map((one) => [one, inject(one)])));
  const record = sources('test/db').filter((file) => file.endsWith('.test.ts'));
  const own = record.filter((_, place) => place % instants.length === index);
  const without = long.flatMap((one) => ['--exclude', `test/${one}.test.ts`]);
  const run = await runAt(
    days[name] ?? '',
    [
      'test/sop',
      'test/web',
      'test/db/scheduled',
      ...own,
      // What workflows read as now is moved by a way of its own.
      ...(index === 0 ? ['test/workflows/idul-fitri'] : []),
      ...without,
      '--maxWorkers',
      '1',
      '--reporter',
      'dot',
    ],
    { env: { SHARED_SERVERS } },
  );
  expect(run.code, run.output).toBe(0);
});

describe('what needs the engine, whose clock cannot be moved', () => {
  // The schedules' own texts say these hours on any day.
  const tests = ['test/api', 'test/e2e', 'test/faults', 'test/local'].flatMap(sources);

  test('expects no hour at which some days end and others do not', () => {
    expect(found(tests, /(?<!hari kerja |awal bulan |dalam pekan )pukul \d\d[.:]\d\d WI/)).toEqual([]);
  });
});

test('nothing but the pages reads a date in the zone of the machine', () => {
  const own =
    /\.(get|set)(Hours|Minutes|Day|Date|Month|FullYear)\(|getTimezoneOffset|\.toLocale(Date|Time)?String\(|new Date\(\d+,/;
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((one) => one.isDirectory() && !/^\.|^(node_modules|dist|web)$/.test(one.name))
    .map(({ name }) => name);
  // A ZIP holds local times: made from one, the same parts are the same bytes in every zone.
  const spared = new Set(['test/days.test.ts', 'api/attachments/cleaning/documents/zip.ts']);
  const all = folders.flatMap(sources).filter((file) => !spared.has(file));
  expect(found(all, own)).toEqual([]);
});

test('no statement asks what day it is but by now(), which those days move', () => {
  const own = /\b(current_(date|time|timestamp)|localtime(stamp)?)\b/;
  const asking = ['api', 'activities', 'cli', 'db', 'worker', 'test'].flatMap(sources);
  const spared = new Set(['test/days.test.ts']);
  expect(
    found(
      asking.filter((file) => !spared.has(file)),
      own,
    ),
  ).toEqual([]);
});

test('nothing waits by a clock that can be set', () => {
  // What is due at a time of day says so by a Date; how long something takes, performance.now() does.
  const waits = /[uU]ntil(:| =) Date\.now\(\)|Date\.now\(\) [<>]=? [\w.]*[uU]ntil/;
  const running = ['api', 'activities', 'engine', 'worker', 'db', 'store', 'codec', 'tracing'];
  expect(found(running.flatMap(sources), waits)).toEqual([]);
});
