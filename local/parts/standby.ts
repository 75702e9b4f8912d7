// A process that has loaded a program's packages, and becomes that program when it is told its environment.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { takeEnvironment } from '../../settings/environment.ts';

const [, , name = '', ...args] = process.argv;
const file = resolve(name);
const begun = new Promise<NodeJS.ProcessEnv>((begin) => {
  process.once('message', (environment) => begin(environment as NodeJS.ProcessEnv));
});
const end = () => process.exit();
process.once('disconnect', end);

// What cannot be loaded is said by the program itself.
await Promise.allSettled([...packagesOf(pathToFileURL(file))].map((one) => import(one)));
takeEnvironment(await begun);
process.off('disconnect', end);
process.argv = [process.execPath, file, ...args];
// Only now: the program is what it is by then.
await import(pathToFileURL(file).href);

/** What a built file and those beside it import that is not ours. */
function packagesOf(built: URL, found = new Set<string>(), seen = new Set<string>()): Set<string> {
  if (seen.has(built.href)) return found;
  seen.add(built.href);
  for (const [, from = ''] of readFileSync(fileURLToPath(built), 'utf8').matchAll(
    /^(?:import|export)\b[^"\n]*"([^"\n]+)";$/gm,
  )) {
    if (from.startsWith('.')) packagesOf(new URL(from, built), found, seen);
    else found.add(from);
  }
  return found;
}
