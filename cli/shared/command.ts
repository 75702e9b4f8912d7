// How every command is asked and answers: the same help, and exit 2 with a sentence for a wrong option or setting.
import { Command, InvalidArgumentError } from 'commander';
import { DatabaseAway } from '../../db/connection/away.ts';
import { plain } from '../../settings/document.ts';
import { factsOf, type Kind } from '../../settings/kind.ts';
import { partOf } from '../../settings/known.ts';
import type { Reader } from '../../settings/setting.ts';

interface About {
  description: string;
  /** What each exit code says besides 0, and 2 for what was asked in a wrong way. */
  exits: string;
  /** What else is good to know. */
  notes?: string;
}

/** A command that `npm run` knows by this name; its help names the settings that it reads. */
export function command(name: string, { description, exits, notes }: About): Command {
  const asked = new Command(`npm run ${name} --`)
    .description(description)
    .configureOutput({ outputError: (text, write) => write(sentence(text)) })
    .showHelpAfterError(`See npm run ${name} -- --help.`)
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));
  const helper = asked.createHelp();
  helper.prepareContext({ helpWidth: process.stdout.columns ?? 80 });
  const known = partOf(name as Reader);
  const width = Math.max(0, ...known.map(([one]) => one.length));
  const settings = known.map(([one, { about }]) => helper.formatItem(one, width, plain(about), helper));
  if (settings.length > 0) asked.addHelpText('after', ['\nSettings:', ...settings].join('\n'));
  for (const part of [notes, exits]) if (part) asked.addHelpText('after', `\n${helper.boxWrap(part, 80)}`);
  return asked;
}

/** For an option that holds what a setting of that kind does. */
export function as<T>(kind: Kind<T>): (text: string) => T {
  return (text) => {
    const read = kind.safeParse(text);
    if (read.success) return read.data;
    throw new InvalidArgumentError(`It takes ${factsOf(kind).takes}.`);
  };
}

/** What was asked cannot be done as it was asked: nothing was begun. */
export class WrongUse extends Error {
  override readonly name: string = 'WrongUse';
}

/** Ends the process with what `work` gives; 1 when it fails with a reason, 2 when it was asked in a wrong way. */
export async function finish(
  work: Promise<number>,
  { explain = messageOf, failed = 1 }: { explain?: (error: unknown) => string; failed?: number } = {},
): Promise<void> {
  process.exitCode = await work.catch((error: unknown) => {
    console.error(explain(error));
    return error instanceof WrongUse ? 2 : failed;
  });
}

function messageOf(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  // The embedded one runs while npm start does.
  const stopped = error instanceof DatabaseAway && error.code === 'ECONNREFUSED';
  return stopped ? `${said} Is it running (npm start brings its own)?` : said;
}

/** Commander's `error: option …` */
function sentence(text: string): string {
  const said = text.replace(/^error: /, '').trimEnd();
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}${/[.?!)]$/.test(said) ? '' : '.'}\n`;
}
