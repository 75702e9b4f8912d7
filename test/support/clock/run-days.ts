// `npm run test:days [-- files]`: the suite once at each of the days, one after another; ends with 1 when any of them falls.
import { days, runAt } from './days.ts';

// Saved histories bring a clock of their own, and the check of the days would start runs within runs.
const without = ['test/replay/**', 'test/days.test.ts'].flatMap((pattern) => ['--exclude', pattern]);

const fallen: string[] = [];
for (const [name, instant] of Object.entries(days)) {
  console.log(`\n${name}, ${instant}`);
  const { code } = await runAt(instant, [...process.argv.slice(2), ...without], { shown: true });
  if (code !== 0) fallen.push(name);
}
console.log(fallen.length === 0 ? 'All days pass.' : `Falls at: ${fallen.join(', ')}.`);
process.exitCode = fallen.length === 0 ? 0 : 1;
