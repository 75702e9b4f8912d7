// The texts of the ways back to a report, and of what waits on the way, in both languages; they come when they are needed.
import { mine as mineEn } from './en/reporter/mine.ts';
import { outbox as outboxEn } from './en/reporter/outbox.ts';
import { receipt as receiptEn } from './en/reporter/receipt.ts';
import { steps as stepsEn } from './en/reporter/steps.ts';
import { mine } from './id/reporter/mine.ts';
import { outbox } from './id/reporter/outbox.ts';
import { receipt } from './id/reporter/receipt.ts';
import { steps } from './id/reporter/steps.ts';
import { areaTexts } from './texts.tsx';

export const useMineTexts = areaTexts(mine, mineEn);
export const useOutboxTexts = areaTexts(outbox, outboxEn);
export const useReceiptTexts = areaTexts(receipt, receiptEn);
export const useStepsTexts = areaTexts(steps, stepsEn);
