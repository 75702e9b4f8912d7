// A change that must be caught: it sleeps before anything else, which no saved history did.
import { sleep } from '@temporalio/workflow';
import { complaint as good } from '../../workflows/complaint.ts';
import type { ComplaintInput } from '../../workflows/messages.ts';

export async function complaint(input: ComplaintInput): Promise<unknown> {
  await sleep('1 minute');
  return good(input);
}
