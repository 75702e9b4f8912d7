// All English texts of shell and public pages, loaded when English is chosen.
import { beside } from './en/beside.ts';
import { confirming } from './en/confirming.ts';
import { filing } from './en/filing.ts';
import { following } from './en/following.ts';
import { problems } from './en/problems.ts';
import { register } from './en/register.ts';
import { shell } from './en/shell.ts';
import { start } from './en/start.ts';
import { words } from './en/words.ts';
import type { Texts } from './texts.tsx';

export const en: Texts = { shell, problems, words, start, filing, following, register, confirming, beside };
