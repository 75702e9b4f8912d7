// `npm run bench [-- NAME…]`: measures, each with one line of JSON beside the last that was kept; without names the short ones.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { decisions, overload } from './decisions.ts';
import { filings } from './filings.ts';
import { growth } from './growth.ts';
import { journey } from './journey.ts';
import { move } from './move.ts';
import { recompute } from './recompute.ts';
import { start } from './start.ts';
import { flood, storm } from './storm.ts';
import { round } from './support/figures.ts';
import { succession } from './succession.ts';

type Figures = Record<string, number>;
/** What must be known to read the figures may be said in words. */
type Measured = Record<string, number | string>;

const short = { journey, decisions, overload, filings, start };
const all: Record<string, () => Promise<Measured>> = {
  ...short,
  growth,
  recompute,
  succession,
  move,
  storm,
  flood,
};
/** The last figures that were kept, by measurement, with `--keep`. */
const results = new URL('results.json', import.meta.url);
const kept = JSON.parse(readFileSync(results, 'utf8')) as Record<string, Figures>;

const asked = process.argv.slice(2);
const keeps = asked.includes('--keep');
const names = asked.filter((name) => name !== '--keep');
for (const name of names.length > 0 ? names : Object.keys(short)) {
  const measure = all[name];
  if (!measure)
    throw new Error(`There is no measurement “${name}”; there are ${Object.keys(all).join(', ')}.`);
  const [loadBefore = 0] = loadavg();
  const measured = await measure();
  const figures = Object.fromEntries(
    Object.entries(measured).flatMap(([key, value]) => (typeof value === 'number' ? [[key, value]] : [])),
  );
  const [load = 0] = loadavg();
  const machine = {
    cores: cpus().length,
    node: process.version,
    loadBefore: round(loadBefore),
    load: round(load),
  };
  console.log(JSON.stringify({ name, ...measured, machine, timesTheLast: against(kept[name], figures) }));
  kept[name] = { ...figures, load: round(load) };
}
if (keeps) writeFileSync(results, `${JSON.stringify(kept, null, 2)}\n`);

/** How many times the last figure each is. */
function against(last: Figures = {}, figures: Figures): Figures {
  const known = Object.entries(figures).filter(([name]) => last[name]);
  return Object.fromEntries(known.map(([name, figure]) => [name, round(figure / (last[name] ?? 1))]));
}
