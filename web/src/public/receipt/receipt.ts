// The receipt of the report that was filed in this tab, until the tab is closed.
import type { Filed } from '../../api/types.ts';
import { storedJson } from '../../shared/state/stored.ts';

export interface Receipt extends Filed {
  title: string;
  email: string | null;
  /** An attempt before the last one was filed, with other content. */
  earlier: boolean;
}

const kept = storedJson<Receipt>('tuntas.receipt', 'tab');
let last: Receipt | null = null;

export function keepReceipt(receipt: Receipt): void {
  last = receipt;
  kept.write(receipt);
}

export function readReceipt(): Receipt | null {
  return last ?? kept.read();
}

/** Forgets it when it is of that report. */
export function forgetReceipt(number: string): void {
  if (readReceipt()?.number !== number) return;
  last = null;
  kept.clear();
}
