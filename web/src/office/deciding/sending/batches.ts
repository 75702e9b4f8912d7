// What this tab has had stand by for many reports at once, until it went: when it is taken back, all is as it was.
import type { OfficeAction } from '../../../../../sop/terms.ts';
import type { Words } from '../words.ts';

interface Batch {
  action: OfficeAction;
  words: Words;
  numbers: readonly string[];
}

const kept = new Map<string, Batch>();

export function keepBatch(name: string, batch: Batch): void {
  kept.set(name, batch);
}

/** Once; undefined: another window or another PC has had it stand by. */
export function takeBatch(name: string): Batch | undefined {
  const batch = kept.get(name);
  kept.delete(name);
  return batch;
}
