// Preloaded into API and worker: Date is ahead by what CLOCK_FILE says, while they run. Timers stay as they are, as with a clock that is set.
import { readFileSync } from 'node:fs';

const file = process.env.CLOCK_FILE ?? '';
const look = () => {
  globalThis.clockMovedMs = Number(readFileSync(file, 'utf8')) || 0;
};
look();
setInterval(look, 50).unref();
await import('../../../support/clock/shift-date.js');
