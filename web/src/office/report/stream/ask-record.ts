// The record of a report: whole at first, then what came since, for it is only added to.
import { ask } from '../../../api/client.ts';
import { complaintPath } from '../../../api/paths.ts';
import type { RecordEvent, RecordEvents } from '../../../api/types.ts';

export interface KeptRecord {
  items: readonly RecordEvent[];
  /** The cursor behind which what comes later stands. */
  end: string;
}

/** They tell of deadlines that moved: what stands before them may be told otherwise now (readings 16, 30). */
const retold = new Set(['recomputed', 'consultation-recomputed', 'succeeded']);

/** `kept`: what is here of it already. */
export async function askRecord(
  number: string,
  kept: KeptRecord | undefined,
  signal: AbortSignal,
): Promise<KeptRecord> {
  const { total, ...since } = await linesFrom(number, kept?.end, signal);
  if (!kept) return since;
  const isWhole = kept.items.length + since.items.length === total;
  if (!isWhole || since.items.some(({ type }) => retold.has(type)))
    return askRecord(number, undefined, signal);
  return since.items.length === 0 ? kept : { items: [...kept.items, ...since.items], end: since.end };
}

async function linesFrom(number: string, from: string | undefined, signal: AbortSignal) {
  const items: RecordEvent[] = [];
  for (let cursor = from; ; ) {
    const page: RecordEvents = await ask<RecordEvents>(`${complaintPath(number)}/events`, {
      query: { limit: 200, cursor },
      signal,
    });
    items.push(...page.items);
    const { next, end, total } = page;
    if (next === null) return { items, end, total };
    cursor = next;
  }
}
