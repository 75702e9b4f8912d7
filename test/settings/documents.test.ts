// What is said of settings is what the settings say: README, .env.example, Compose, the image, and who reads the environment.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { known, ofLibraries, partOf } from '../../settings/known.ts';
import type { Reader } from '../../settings/setting.ts';

const root = new URL('../..', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), 'utf8');
const compose = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Record<string, { environment?: Record<string, string | null> }>;
};

test.each<Reader>(['api', 'worker', 'migrate'])(
  'Compose tells %s what it reads, and nothing else',
  (reader) => {
    const { environment = {} } = compose.services[reader] ?? {};
    const mine = partOf(reader).map(([name]) => name);
    // Any may be given by a file.
    const told = Object.keys(environment).map((name) => (name in known ? name : name.replace(/_FILE$/, '')));
    expect(told.filter((name) => !mine.includes(name) && !ofLibraries.test(name))).toEqual([]);
    // The image and Compose see to these: where the port is published, what is in the image, what lies in a volume.
    const seenTo = new Set(['PORT', 'HOST', 'WEB_DIR', 'NODE_ENV', 'DATA_DIR', 'SLA_POLICY_FILE']);
    expect(mine.filter((name) => !told.includes(name) && !seenTo.has(name))).toEqual([]);
    // What is not set stays unset.
    expect(Object.values(environment).filter((value) => value?.endsWith(':-}'))).toEqual([]);
  },
);

test('Compose and the image take no variable that no setting is', () => {
  const taken = [...read('docker-compose.yml').matchAll(/(?<!\$)\$\{(\w+)/g)].map(([, name = '']) => name);
  expect([...new Set(taken)].toSorted()).toEqual(
    partOf('compose')
      .map(([name]) => name)
      .toSorted(),
  );
  const lines = [...read('Dockerfile').matchAll(/^ENV (.*)$/gm)].flatMap(([, line = '']) => line.split(' '));
  expect(lines.map((one) => one.split('=')[0])).toEqual(['NODE_ENV', 'HOST', 'NODE_OPTIONS']);
  for (const one of lines) {
    const [name = '', value = ''] = one.split('=');
    // Node's own.
    if (name !== 'NODE_OPTIONS') expect(known[name]?.kind.safeParse(value).success).toBe(true);
  }
});

test('nobody else reads the environment, and every setting is read', () => {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => /\.([cm]?js|tsx?)$/.test(file) && existsSync(new URL(file, root)));
  const others = files.filter(
    (file) => !file.startsWith('settings/') && file !== 'test/settings/documents.test.ts',
  );
  // Between the runs of the tests: what one of them tells another, or a program within it.
  const ofTests = new Set([
    'CLOCK_FILE',
    'CLOCK_SHIFT_MS',
    'SHARED_SERVERS',
    'SAVE_HISTORIES',
    'SCREENSHOTS',
    'RECORD_EXAMPLES',
    'NODE_OPTIONS',
    'PATH',
  ]);
  const found = others.flatMap((file) =>
    [...read(file).matchAll(/process\.env(?:\.(\w+))?|\{([^{}]*)\} = process\.env/g)].flatMap(
      ([, name, names]) => {
        const read = name ? [name] : (names?.match(/\w+/g) ?? ['all of it']);
        const isTest = file.startsWith('test/') || file === 'vitest.config.ts';
        return read.filter((one) => !(isTest && ofTests.has(one))).map((one) => `${file}: ${one}`);
      },
    ),
  );
  expect(found).toEqual([]);
  const code = others
    .filter((file) => !file.startsWith('test/settings/'))
    .map(read)
    .join('\n');
  const unread = Object.entries(known).filter(
    ([name, { readBy }]) =>
      !new RegExp(`\\b${name}\\b`).test(code) && !readBy.every((one) => one === 'compose'),
  );
  expect(unread.map(([name]) => name)).toEqual([]);
});
