// All Indonesian texts of shell and public pages. English (en.ts) has the same keys.
import { confirming } from './id/confirming.ts';
import { filing } from './id/filing.ts';
import { following } from './id/following.ts';
import { problems } from './id/problems.ts';
import { register } from './id/register.ts';
import { shell } from './id/shell.ts';
import { start } from './id/start.ts';
import { words } from './id/words.ts';

export const id = { shell, problems, words, start, filing, following, register, confirming };
