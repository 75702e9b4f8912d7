// A worked example: the workflow of a question to another office (workflows/consultation.ts) gets a rule, "what it is told
// rests for ten minutes, in which it may be taken back". Four ways to write it, held against histories by patching.test.ts.
import {
  CancellationScope,
  condition,
  deprecatePatch,
  patched,
  proxyActivities,
  setHandler,
  sleep,
} from '@temporalio/workflow';
import type { ConsultationActivities } from '../../../activities/types.ts';
import { type ConsultationInput, consultationSignals } from '../../../workflows/messages.ts';

const { lookAtConsultation } = proxyActivities<ConsultationActivities>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '1s', backoffCoefficient: 1.5, maximumInterval: '10s' },
});

/** `rests`: whether the new rule holds, asked where it would make a difference. */
const watching = (rests: () => boolean) => (input: ConsultationInput) =>
  CancellationScope.nonCancellable(() => watch(input, rests));

async function watch({ id }: ConsultationInput, rests: () => boolean): Promise<void> {
  let told = false;
  for (const signal of Object.values(consultationSignals)) {
    setHandler(signal, () => {
      told = true;
    });
  }
  for (;;) {
    if (told && rests()) await sleep('10 minutes');
    told = false;
    const { over, next } = await lookAtConsultation({ id, at: new Date().toISOString() });
    if (over) return;
    const called = () => told;
    if (next === null) await condition(called);
    else await condition(called, Math.max(1, Date.parse(next) - Date.now()));
  }
}

/** As it is without the rule. */
export const asItWas = watching(() => false);

/** The rule as one would write it without a thought for what is open. */
export const unguarded = watching(() => true);

/** As it is to be written: what went on without the rule stays without it, what comes to that place from now on has it. */
export const guarded = watching(() => patched('what-is-told-rests'));

/** Releases later, when nothing is open any more that went on without it: the old way may go. */
export const settled = watching(() => {
  deprecatePatch('what-is-told-rests');
  return true;
});
