// What comes after the first question, loaded while that one is read.
import { pageChunk } from '../../../shared/page/page-chunk.tsx';
import type { FilingForm } from '../doing/use-filing.ts';
import type { StepId } from '../steps/steps.ts';

export interface LaterProps {
  form: FilingForm;
  /** Absent: all that is left, on one page. */
  step?: StepId;
}

export const Later = pageChunk<LaterProps>(() => import('./later.tsx'));
