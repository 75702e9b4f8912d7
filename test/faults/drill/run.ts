// `npm run drill`: the faults by hand, as many and as long as asked; the same for the same seed. Ends with one line of JSON, and with 1 when something was lost, twice or wrong.
import { cpus } from 'node:os';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { keepBuilt } from '../../../build/keep-built.js';
import { findTemporal } from '../../../local/programs/find-temporal.ts';
import { ownSettings } from '../../../settings/read.ts';
import { drill } from './drill.ts';
import { faultName, faultNames } from './faults/index.ts';
import { planOf } from './timeline.ts';

const help = `npm run drill -- [options]
  --faults NAME,…   of ${faultNames.join(', ')}; absent: all, each once
  --minutes N       again and again for so long; absent: each once
  --seconds N       each fault lasts so long (20)
  --away N          a server that is away is so for so long (30)
  --rest N          seconds between two faults (5)
  --rate N          people who come in a second (20)
  --seed N          another seed, another order and other chances (1)
  --logs FOLDER     keeps the logs of all parts there
  --keep            writes what was found into results.json beside this file
Disks that are full need root on Linux (each is a small tmpfs of its own); elsewhere these faults are left out and said so.`;

const { values } = asked();

if (values.help) {
  console.log(help);
  process.exit(0);
}

const seed = numberOf('seed');
const restSeconds = numberOf('rest');
const names = values.faults === undefined ? faultNames : values.faults.split(',').map(faultName);
const plan = planOf(names, {
  seed,
  seconds: numberOf('seconds'),
  awaySeconds: numberOf('away'),
  restSeconds,
  totalSeconds: numberOf('minutes') * 60,
});
console.log(plan.map(({ fault, seconds }) => `${fault} ${seconds} s`).join(', '));
await keepBuilt();
const { path: temporal } = await findTemporal(ownSettings('test').TEMPORAL_CLI);
const result = await drill({
  seed,
  plan,
  restSeconds,
  aSecond: numberOf('rate'),
  temporal,
  tell: (line) => console.log(line),
  ...(values.logs !== undefined && { logs: values.logs }),
});
for (const { what, count, details } of result.wrong)
  console.log(`${what}: ${count}\n  ${details.join('\n  ')}`);
const machine = { cores: cpus().length, node: process.version };
const found = {
  name: 'drill',
  ...result,
  wrong: Object.fromEntries(result.wrong.map((one) => [one.what, one.count])),
  machine,
};
console.log(JSON.stringify(found));
if (values.keep)
  writeFileSync(new URL('results.json', import.meta.url), `${JSON.stringify(found, null, 2)}\n`);
process.exitCode = result.wrong.length === 0 ? 0 : 1;

/** Of an option; ends with 2 when it is none. */
function numberOf(name: 'minutes' | 'seconds' | 'away' | 'rest' | 'rate' | 'seed'): number {
  const number = Number(values[name]);
  if (Number.isFinite(number) && number >= 0) return number;
  console.error(`--${name} takes a number, not “${values[name]}”.`);
  return process.exit(2);
}

function asked() {
  const text = (usual?: string) => ({
    type: 'string' as const,
    ...(usual !== undefined && { default: usual }),
  });
  const flag = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({
      options: {
        faults: text(),
        minutes: text('0'),
        seconds: text('20'),
        away: text('30'),
        rest: text('5'),
        rate: text('20'),
        seed: text('1'),
        logs: text(),
        keep: flag,
        help: flag,
      },
    });
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${help}`);
    return process.exit(2);
  }
}
