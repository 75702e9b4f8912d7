// The receipt of the report that was filed in this tab, until the tab is closed.
import type { Filed } from '../../api/types.ts';
import { stored } from '../../shared/state/stored.ts';

export interface Receipt extends Filed {
  title: string;
  email: string | null;
  /** An attempt before the last one was filed, with other content. */
  earlier: boolean;
}

const kept = stored('tuntas.receipt', 'tab');
let last: Receipt | undefined;

export function keepReceipt(receipt: Receipt): void {
  last = receipt;
  kept.write(JSON.stringify(receipt));
}

export function readReceipt(): Receipt | undefined {
  if (last) return last;
  try {
    return (JSON.parse(kept.read() ?? 'null') as Receipt | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Forgets it when it is of that report. */
export function forgetReceipt(number: string): void {
  if (readReceipt()?.number !== number) return;
  last = undefined;
  kept.clear();
}
