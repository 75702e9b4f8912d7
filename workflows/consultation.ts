// One question to another office (reading 24): its clock, beside the report's own workflow. The database has the question and its state.
import { CancellationScope, condition, proxyActivities, setHandler } from '@temporalio/workflow';
import type { ConsultationActivities } from '../activities/types.ts';
import { consultationTimerSummary, lookSummaries } from '../sop/notices/summary.ts';
import { type ConsultationInput, consultationSignals } from './messages.ts';

const looking = (why: keyof typeof lookSummaries) =>
  proxyActivities<ConsultationActivities>({
    startToCloseTimeout: '10s',
    retry: { initialInterval: '1s', backoffCoefficient: 1.5, maximumInterval: '10s' },
    summary: lookSummaries[why],
  });

/**
 * Looks when something is due and when it is told to, until the question is answered, withdrawn, or ended because the
 * report left the office that asked. It cannot be cancelled: it rings an alert that the SOP wants.
 */
export async function consultation({ id }: ConsultationInput): Promise<void> {
  await CancellationScope.nonCancellable(() => watch(id));
}

async function watch(id: string): Promise<void> {
  let told = false;
  for (const signal of Object.values(consultationSignals)) {
    setHandler(signal, () => {
      told = true;
    });
  }
  for (let why: keyof typeof lookSummaries = 'begun'; ; ) {
    told = false;
    const { over, next, rung } = await looking(why).lookAtConsultation({ id, at: new Date().toISOString() });
    if (over) return;
    const called = () => told;
    if (next === null) await condition(called);
    else
      await condition(
        called,
        Math.max(1, Date.parse(next) - Date.now()),
        rung ? { summary: consultationTimerSummary(rung) } : {},
      );
    why = told ? 'told' : 'due';
  }
}
