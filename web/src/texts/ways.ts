// The texts of the form after its first question, of the ways back to a report, and of what waits on the way; they come when they are needed.
import { joining } from './id/reporter/joining.ts';
import { later } from './id/reporter/later.ts';
import { mine } from './id/reporter/mine.ts';
import { outbox } from './id/reporter/outbox.ts';
import { receipt } from './id/reporter/receipt.ts';
import { steps } from './id/reporter/steps.ts';
import { besideTexts } from './texts.tsx';

export const useJoiningTexts = besideTexts('joining', joining);
export const useLaterTexts = besideTexts('later', later);
export const useMineTexts = besideTexts('mine', mine);
export const useOutboxTexts = besideTexts('outbox', outbox);
export const useReceiptTexts = besideTexts('receipt', receipt);
export const useStepsTexts = besideTexts('steps', steps);
