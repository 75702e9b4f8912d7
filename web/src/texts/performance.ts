// The texts of the page on how offices do; they come with it.
import { performance } from './id/reporter/performance.ts';
import { besideTexts } from './texts.tsx';

export const usePerformanceTexts = besideTexts('performance', performance);
