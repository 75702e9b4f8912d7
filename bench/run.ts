// `npm run bench [NAME…]`: measures, each with one line of JSON; without names the short ones.
import { cpus, loadavg } from 'node:os';
import { journey } from './journey.ts';
import { recompute } from './recompute.ts';
import { succession } from './succession.ts';

const short = { journey };
const all: Record<string, () => Promise<object>> = { ...short, recompute, succession };

const [, , ...asked] = process.argv;
for (const name of asked.length > 0 ? asked : Object.keys(short)) {
  const measure = all[name];
  if (!measure)
    throw new Error(`There is no measurement “${name}”; there are ${Object.keys(all).join(', ')}.`);
  const loadBefore = loadavg()[0];
  const figures = await measure();
  const machine = { cores: cpus().length, node: process.version, loadBefore, load: loadavg()[0] };
  console.log(JSON.stringify({ name, ...figures, machine }));
}
