// The texts of the pages for superiors and operations, in both languages.
import { areaTexts } from './texts.tsx';
import { apiKeys as apiKeysEn } from './en/oversight/api-keys.ts';
import { beyond as beyondEn } from './en/oversight/beyond.ts';
import { dashboard as dashboardEn } from './en/oversight/dashboard.ts';
import { operations as operationsEn } from './en/oversight/operations.ts';
import { people as peopleEn } from './en/oversight/people.ts';
import { rules as rulesEn } from './en/oversight/rules.ts';
import { satisfaction as satisfactionEn } from './en/oversight/satisfaction.ts';
import { words as wordsEn } from './en/oversight/words.ts';
import { apiKeys } from './id/oversight/api-keys.ts';
import { beyond } from './id/oversight/beyond.ts';
import { dashboard } from './id/oversight/dashboard.ts';
import { operations } from './id/oversight/operations.ts';
import { people } from './id/oversight/people.ts';
import { rules } from './id/oversight/rules.ts';
import { satisfaction } from './id/oversight/satisfaction.ts';
import { words } from './id/oversight/words.ts';

export const useApiKeyTexts = areaTexts(apiKeys, apiKeysEn);
export const useBeyondTexts = areaTexts(beyond, beyondEn);
export const useDashboardTexts = areaTexts(dashboard, dashboardEn);
export const useOperationsTexts = areaTexts(operations, operationsEn);
export const usePeopleTexts = areaTexts(people, peopleEn);
export const useRulesTexts = areaTexts(rules, rulesEn);
export const useSatisfactionTexts = areaTexts(satisfaction, satisfactionEn);
export const useWords = areaTexts(words, wordsEn);
