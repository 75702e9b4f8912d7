// All English texts of shell and public pages, loaded when English is chosen.
import { problems } from './en/problems.ts';
import { shell } from './en/shell.ts';
import { start } from './en/start.ts';
import type { Texts } from './texts.tsx';

export const en: Texts = { shell, problems, start };
