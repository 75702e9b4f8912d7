// The environment of this process and of those that it starts. Nothing else reads `process.env`.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { known, ofLibraries, partOf } from './known.ts';
import { byFile, type Reader } from './setting.ts';

let isRead = false;

/**
 * What is set, with what `.env` in this folder says besides; tests go without it. What is set to an empty text is as
 * unset, also where a library reads it.
 */
export function environment(): NodeJS.ProcessEnv {
  if (isRead) return process.env;
  isRead = true;
  if (process.env.NODE_ENV !== 'test' && existsSync('.env')) process.loadEnvFile('.env');
  for (const [name, text] of Object.entries(process.env)) {
    if (text === '' && (name in known || ofLibraries.test(name))) delete process.env[name];
  }
  return process.env;
}

/** What a process that was begun before its settings were known is told; it goes on as one that had them from the start. */
export function takeEnvironment(told: NodeJS.ProcessEnv): void {
  Object.assign(process.env, told);
}

type OfTheMachine = 'PATH' | 'TMPDIR' | 'HTTPS_PROXY' | 'https_proxy' | 'XDG_CACHE_HOME';

/** What the machine tells every program; no setting of ours. */
export function ofTheMachine(name: OfTheMachine): string | undefined {
  return environment()[name] || undefined;
}

/** For a program that is started from here: all that this process has, and `more`. */
export function environmentWith(more: Record<string, string>): NodeJS.ProcessEnv {
  return { ...environment(), ...more };
}

/**
 * For a process of ours that is started from here: of our settings only those that it reads, as this process has them or
 * as `more` says; the others' secrets stay here. What is unset stays so, whatever `.env` says.
 */
export function environmentFor(reader: Reader, more: Record<string, string>): NodeJS.ProcessEnv {
  const env = environmentWith(more);
  const part = new Map(partOf(reader));
  for (const name of Object.keys(known)) {
    const text = env[name] ?? '';
    const value = text && part.get(name)?.kind.safeParse(text).data;
    const file = env[byFile(name)];
    delete env[byFile(name)];
    if (!part.has(name)) delete env[name];
    // A path is of the folder that it was given in.
    else if (!text && file) Object.assign(env, { [name]: '', [byFile(name)]: resolve(file) });
    else env[name] = typeof value === 'string' ? value : text;
  }
  return env;
}
