// A change that must be caught: each sleeps before anything else, which no saved history did.
import { sleep } from '@temporalio/workflow';
import type { SuccessionBatch } from '../../activities/types.ts';
import { complaint as good } from '../../workflows/complaint.ts';
import { consultation as goodQuestion } from '../../workflows/consultation.ts';
import type { ComplaintInput, ConsultationInput } from '../../workflows/messages.ts';
import { succeedAll as goodBatch } from '../../workflows/succeed-all.ts';

export async function complaint(input: ComplaintInput): Promise<unknown> {
  await sleep('1 minute');
  return good(input);
}

export async function consultation(input: ConsultationInput): Promise<void> {
  await sleep('1 minute');
  return goodQuestion(input);
}

export async function succeedAll(batch: SuccessionBatch): Promise<void> {
  await sleep('1 minute');
  return goodBatch(batch);
}
