// The SDK's own log lines from warnings up only: a worker that starts is no news in a test.
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { clockShiftMs } from './clock/clock.ts';

Runtime.install({ logger: new DefaultLogger('WARN') });
// Replays run their workflows in the thread of the test.
if (clockShiftMs !== 0) await import(new URL('./clock/shift-workflows.js', import.meta.url).href);
