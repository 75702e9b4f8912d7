// Reads what a process is told: its part of all settings, or one sentence for each that is wrong.
import { readFileSync } from 'node:fs';
import { environment } from './environment.ts';
import { factsOf } from './kind.ts';
import { known, partOf, type Settings } from './known.ts';
import { byFile, type Reader, type Setting } from './setting.ts';

type Environment = Record<string, string | undefined>;

class WrongSettings extends Error {
  override readonly name = 'WrongSettings';
}

/**
 * What `reader` takes of `env`: each setting as it is set, or as the file says that is named under `byFile`. Throws
 * `WrongSettings`, a line for each that is wrong or missing. An empty text is as unset.
 */
export function readSettings<By extends Reader>(reader: By, env: Environment): Settings<By> {
  const faults: string[] = [];
  const mine = partOf(reader);
  const values = mine.map(([name, setting]) => {
    const text = said(name, env, faults) || setting.default;
    if (text === undefined) {
      if (setting.requiredBy?.includes(reader)) faults.push(`${name} is not set: ${allowed(setting)}.`);
      return [name, undefined] as const;
    }
    const read = setting.kind.safeParse(text);
    if (!read.success) faults.push(wrong(name, text, setting));
    return [name, read.data] as const;
  });
  const isSet = (name: string) => Boolean(env[name] || env[byFile(name)]);
  for (const [name, { needs = [] }] of mine.filter(([name]) => isSet(name))) {
    for (const need of needs.filter((one) => !isSet(one)))
      faults.push(`${need} is not set, and ${name} needs it: ${allowed(known[need])}.`);
  }
  if (faults.length > 0) throw new WrongSettings(faults.join('\n'));
  return Object.fromEntries(values) as Settings<By>;
}

/** Of the process that runs: ends it with what is wrong. Exit code 2, as of a wrong option. */
export function ownSettings<By extends Reader>(reader: By): Settings<By> {
  try {
    return readSettings(reader, environment());
  } catch (error) {
    if (!(error instanceof WrongSettings)) throw error;
    console.error(error.message);
    return process.exit(2);
  }
}

/** As `env` has it, or the file that it names for it, without the end of its last line. */
function said(name: string, env: Environment, faults: string[]): string | undefined {
  const [text, path] = [env[name], env[byFile(name)]];
  if (!path) return text;
  if (text) {
    faults.push(`${name} and ${byFile(name)} are both set: leave one of them.`);
    return text;
  }
  try {
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    faults.push(`${byFile(name)}=${path} cannot be read: ${(error as NodeJS.ErrnoException).code}.`);
    return undefined;
  }
}

function allowed(setting: Setting | undefined): string {
  return `it takes ${setting ? factsOf(setting.kind).takes : 'a text'}`;
}

/** Never what a secret holds. */
function wrong(name: string, text: string, setting: Setting): string {
  const shown = factsOf(setting.kind).secret ? name : `${name}=${text.replace(/\/\/[^/@]*@/, '//…@')}`;
  return `${shown} is wrong: ${allowed(setting)}.`;
}
