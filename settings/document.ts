// The README's tables of settings and `.env.example`, as the settings themselves say it.
import { factsOf } from './kind.ts';
import { nouns } from './known.ts';
import { readers, type Setting } from './setting.ts';

const groups: [noun: string, settings: Record<string, Setting>][] = Object.entries(nouns);

/** A table for each noun, for the README. */
export function tables(): string {
  return groups.map(([noun, settings]) => [`### ${noun}`, '', table(settings)].join('\n')).join('\n\n');
}

function table(settings: Record<string, Setting>): string {
  const rows = Object.entries(settings).map(([name, setting]) =>
    row([
      `\`${name}\``,
      withoutIt(setting),
      setting.readBy.map((one) => readers[one]).join(', '),
      sayings(setting),
    ]),
  );
  return [row(['setting', 'default', 'read by', '']), row(['---', '---', '---', '---']), ...rows].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function withoutIt({ default: value, otherwise, requiredBy = [] }: Setting): string {
  if (value !== undefined) return `\`${value}\``;
  return otherwise ?? (requiredBy.length > 0 ? 'must be set' : 'none');
}

/** What it is for, and what it takes where that does not go without saying. */
function sayings({ about, kind }: Setting): string {
  const { takes } = factsOf(kind);
  return takes === 'a text' || takes === 'a path' ? about : `${about} _(${takes})_`;
}

/** Each setting after what it is for, as comments. */
function lines(settings: Record<string, Setting>): string[] {
  return Object.entries(settings).flatMap(([name, setting]) => {
    const { default: value = '', readBy } = setting;
    const by = readBy.map((one) => readers[one]).join(', ');
    const said = `${plain(sayings(setting))}. Default: ${plain(withoutIt(setting))}. Read by: ${plain(by)}.`;
    return ['', ...wrapped(said), `#${name}=${/\s/.test(value) ? `"${value}"` : value}`];
  });
}

const widest = 118;

function wrapped(text: string): string[] {
  const found: string[] = [];
  for (const word of text.split(' ')) {
    const last = found.at(-1);
    if (last !== undefined && last.length + word.length < widest) found[found.length - 1] = `${last} ${word}`;
    else found.push(`# ${word}`);
  }
  return found;
}

/** Markdown as it is read in a terminal. */
export function plain(markdown: string): string {
  return markdown
    .replace(/_(\(.*\))_$/, '$1')
    .replaceAll('`', '')
    .replaceAll(/\[([^\]]+)\]\(([^)#]+)[^)]*\)/g, '$1 ($2)');
}

/** A file of settings that sets none: whoever copies it takes away the `#` of what they set. */
export function example(): string {
  const head = [
    '# Every setting of Tuntas. Copy this file to .env, which the processes, the commands and Compose read: what is set in',
    '# the environment goes before it. Take the # away before what you set. A file may hold any of them, as secrets are',
    '# handed over in containers: NAME_FILE names it in place of NAME.',
  ];
  return `${[...head, ...groups.map(([noun, settings]) => ['', `## ${noun}`, ...lines(settings)].join('\n'))].join('\n')}\n`;
}
