// @ts-check
// `node build/run.js PROGRAM [ARGUMENT…]`: runs a program of ours as built, which is made first when a source is newer.
import { fileURLToPath } from 'node:url';
import { keepBuilt } from './keep-built.js';
import { programs } from './programs.js';

const [, , name = '', ...args] = process.argv;
if (!(name in programs)) {
  console.error(`No program is called "${name}". There are: ${Object.keys(programs).join(', ')}.`);
  process.exit(1);
}
try {
  await keepBuilt();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
process.setSourceMapsEnabled(true);
const file = new URL(`../dist/${name}.js`, import.meta.url);
process.argv = [process.execPath, fileURLToPath(file), ...args];
await import(file.href);
