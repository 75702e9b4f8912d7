// How far each test is from a change: by imports, and by the files, folders and programs that a source names in quotes.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { programs } from '../../build/programs.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The lines of what git prints. Throws when it refuses. */
export function git(...args: string[]): string[] {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
}

/**
 * The test files that reach one of `changed`, and over how many files: 0 is changed itself. One that goes by the same
 * noun (`api/figures/…`, `test/api/figures/…`) is nearer than its imports say, which are of the whole API.
 */
export function distances(changed: readonly string[]): Map<string, number> {
  const users = usersOf();
  const found = new Map(changed.map((file) => [file, 0]));
  // What is added while we walk is walked, too: nearest first.
  for (const [file, distance] of found) {
    for (const user of [file, `${dirname(file)}/`].flatMap((used) => users.get(used) ?? []))
      if (!found.has(user)) found.set(user, distance + 1);
  }
  const nouns = new Set(changed.flatMap((file) => wordsOf(file)));
  const nearer = (file: string) => wordsOf(file).filter((word) => nouns.has(word)).length;
  const tests = [...found].filter(([file]) => file.endsWith('.test.ts'));
  return new Map(tests.map(([file, distance]) => [file, distance - nearer(file)]));
}

const wordsOf = (file: string) =>
  file.split(/[^a-z0-9]+/i).filter((word) => !/^(test|tsx?|js|src|)$/.test(word));

/** By file or folder: the sources that name it. */
function usersOf(): Map<string, string[]> {
  const files = git('ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate');
  const known = new Set([...files, ...files.map((file) => `${dirname(file)}/`)]);
  const users = new Map<string, string[]>();
  for (const file of files.filter((name) => /\.([cm]?js|tsx?|css)$/.test(name))) {
    for (const used of namedIn(file).filter((path) => known.has(path)))
      users.set(used, [...(users.get(used) ?? []), file]);
  }
  return users;
}

function namedIn(file: string): string[] {
  const text = read(file);
  const quoted = [...text.matchAll(/'([\w@.][\w@./ -]*)'/g)].map(([, name = '']) => name);
  const begun = text.includes('build/run.js') ? quoted.flatMap((name) => programs[name] ?? []) : [];
  return [...new Set([...quoted.flatMap((name) => [name, join(dirname(file), name)]), ...begun])];
}

/** One that git still lists may be gone. */
function read(file: string): string {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch {
    return '';
  }
}
