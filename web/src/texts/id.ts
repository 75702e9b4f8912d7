// All Indonesian texts of shell and public pages. English (en.ts) has the same keys.
import { problems } from './id/problems.ts';
import { shell } from './id/shell.ts';
import { start } from './id/start.ts';

export const id = { shell, problems, start };
