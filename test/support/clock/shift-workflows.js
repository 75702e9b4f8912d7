// Moves what workflows read as now by CLOCK_SHIFT_MS, in whatever thread they run: the engine's own clock cannot be moved.
import { createRequire } from 'node:module';

const shift = Number(process.env.CLOCK_SHIFT_MS ?? 0);
const { BaseVMWorkflow } = createRequire(import.meta.url)(
  '../../../node_modules/@temporalio/worker/lib/workflow/vm-shared.js',
);
const { activate } = BaseVMWorkflow.prototype;
if (shift !== 0 && activate.name !== 'shifted') {
  BaseVMWorkflow.prototype.activate = function shifted(activation) {
    const { timestamp } = activation;
    if (timestamp) timestamp.seconds = timestamp.seconds.add(shift / 1000);
    return activate.call(this, activation);
  };
}
