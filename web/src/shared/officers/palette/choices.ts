// What the palette offers for what is typed: in groups, the nearest first.
import { folded, officeFinder } from '../../finding/find-offices.ts';
import { numberIn } from '../../forms/report-number.ts';
import type { Office } from '../../../api/types.ts';
import type { Command } from './commands.ts';

type GroupName = 'report' | 'action' | 'view' | 'page' | 'office';

export interface Group {
  of: GroupName;
  commands: readonly Command[];
  /** How many stand before it. */
  from: number;
}

/** More than these nobody reads. */
const mostOffices = 6;

/** `4821` and `2026-4821` are numbers, too: of that year, or of this one. */
const shortNumber = /^(?:(20\d\d)[\s/-]+)?(\d{1,9})$/;

/** The number that was meant, when it may be one. */
export function numberMeant(typed: string, year: number): string | undefined {
  const [, itsYear = String(year), count] = shortNumber.exec(typed.trim()) ?? [];
  return numberIn(typed) ?? (count && `LAP-${itsYear}-${count.padStart(6, '0')}`);
}

/** Those whose label has every word that is typed, also the beginning of it. */
function matching(commands: readonly Command[], typed: string): Command[] {
  const sought = folded(typed).split(' ');
  return commands.filter(({ label }) => {
    const words = folded(label).split(' ');
    return sought.every((word) => words.some((one) => one.startsWith(word)));
  });
}

interface Offered {
  typed: string;
  offices: readonly Office[];
  /** Without an order of their own. */
  fixed: Readonly<Record<'action' | 'view' | 'page', readonly Command[]>>;
  toReport: (number: string) => Command;
  toSearch: (words: string) => Command;
  /** The most likely first. */
  toOffice: (office: Office) => readonly Command[];
  year: number;
}

/** Groups that have nothing are left out. */
export function choicesFor({ typed, offices, fixed, year, ...make }: Offered): Group[] {
  const words = typed.trim();
  const number = numberMeant(words, year);
  const reports = [...(number ? [make.toReport(number)] : []), ...(words ? [make.toSearch(words)] : [])];
  const found = words.length > 1 ? officeFinder(offices)(words).slice(0, mostOffices) : [];
  const groups: Omit<Group, 'from'>[] = [
    { of: 'action', commands: matching(fixed.action, words) },
    { of: 'view', commands: matching(fixed.view, words) },
    { of: 'page', commands: matching(fixed.page, words) },
    { of: 'office', commands: found.flatMap((office) => make.toOffice(office)) },
  ];
  // A number is meant before anything; that words can be searched for is what remains.
  const report = { of: 'report' as const, commands: reports };
  const inOrder = number ? [report, ...groups] : [...groups, report];
  let from = 0;
  return inOrder.flatMap((group) => {
    const before = from;
    from += group.commands.length;
    return group.commands.length > 0 ? [{ ...group, from: before }] : [];
  });
}
