// The texts of what a report is about, where and when; they come with what asks for them.
import { category } from '../id/form/category.ts';
import { where } from '../id/form/where.ts';
import { besideTexts } from '../texts.tsx';

export const useCategoryTexts = besideTexts('category', category);
export const useWhereTexts = besideTexts('where', where);
