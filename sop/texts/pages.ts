// The procedure as documents show it: a table and a picture. `npm run documents` puts them into the docs.
import { rejection, rows, waiting, words } from '../procedure.ts';
import type { Decisions, Move } from '../row.ts';
import { type Action, actionNames, type Ending, levelNames, type Limit, statusNames } from '../terms.ts';

const files: Record<string, string> = {
  national: 'sop/rows/national.ts',
  agency: 'sop/rows/agency.ts',
  echelon1: 'sop/rows/echelon1.ts',
  upt: 'sop/rows/upt.ts',
};

/** A Markdown table of the rows. */
function procedureTable(): string {
  const lines = rows.map(({ step, holder, name, decisions, limit, output }) => {
    const file = files[holder] ?? (step === 1 ? 'sop/rows/intake.ts' : 'sop/rows/closing.ts');
    const cells = [
      levelNames[holder],
      name,
      inWords(without(decisions, words)),
      inTime(limit),
      output,
      `\`${file}\``,
    ];
    return [String(step), ...cells];
  });
  const completes = [
    levelNames.reporter,
    'Melengkapi laporan (reading 11)',
    inWords(without(waiting.decisions, words)),
  ];
  const speaks = [levelNames.reporter, 'Di tiap langkah sebelum jawaban (reading 20)', inWords(words)];
  const objects = [
    levelNames.reporter,
    'Berkeberatan atas penolakan (reading 22)',
    inWords(without(rejection.decisions, words)),
  ];
  const all = [
    ['SOP', 'holder', 'row', 'decisions → where to', 'limit', 'output', 'code'],
    Array.from({ length: 7 }, () => '---'),
    ...lines,
    ['', ...completes, inTime(waiting.limit), '', '`sop/decisions/completion.ts`'],
    ['', ...objects, inTime(rejection.limit), '', '`sop/decisions/reject.ts`'],
    ['', ...speaks, '', '', '`sop/decisions/words.ts`'],
  ];
  return all.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function inWords(decisions: Decisions): string {
  const each = Object.entries(decisions).map(([action, { to, by }]) => {
    const where = to.filter((lead) => lead !== 'stays').join(', ');
    return `${action}${by ? ` (${by})` : ''}${where && ` → ${where}`}`;
  });
  return each.join('; ') || '–';
}

/** What is open at many rows is said once. */
function without(decisions: Decisions, others: object): Decisions {
  return Object.fromEntries(Object.entries(decisions).filter(([action]) => !(action in others)));
}

function inTime(limit: Limit): string {
  if ('officeMinutes' in limit) return `${limit.officeMinutes} menit`;
  if ('workingDays' in limit) return `${limit.workingDays} hari kerja`;
  return 'days' in limit ? `${limit.days} hari` : `${limit.seconds} detik`;
}

/** A Mermaid flowchart: each row, and each decision of the straight way that leads from one to another. */
function procedurePicture(): string {
  const boxes = rows
    .slice(1)
    .map(({ step, holder, name }) => `  R${step}["${step} · ${levelNames[holder]}<br>${name}"]`);
  const arrows = new Map<string, string[]>([
    ['P --> R2', [rows[0]?.name ?? '']],
    ['P --> R3', ['langsung ke instansi']],
  ]);
  const draw = (from: string, to: number | Ending, label: string) => {
    const arrow = `${from} --> ${typeof to === 'number' ? `R${to}` : to}`;
    arrows.set(arrow, [...(arrows.get(arrow) ?? []), label]);
  };
  const ends = new Set<Ending>();
  for (const { step, decisions, limit, limitEnds } of rows) {
    const straight = Object.entries(without(decisions, { ...words, recall: 'beside it' }));
    for (const [action, { to, by }] of straight as [Action, Move][]) {
      const who = by === 'reporter' ? `${levelNames.reporter}: ` : '';
      for (const lead of to) {
        if (lead === 'stays') continue;
        draw(`R${step}`, lead, `${who}${actionNames[action]}`);
        if (typeof lead === 'string') ends.add(lead);
      }
    }
    if (limitEnds) draw(`R${step}`, limitEnds, inTime(limit));
  }
  return [
    'flowchart TD',
    `  P([${levelNames.reporter}])`,
    ...boxes,
    ...[...ends].map((end) => `  ${end}([${statusNames[end]}])`),
    ...[...arrows].map(([arrow, labels]) => `  ${arrow.replace('-->', `-->|${labels.join(', ')}|`)}`),
  ].join('\n');
}

/** By the mark that each stands between. */
export function procedurePages(): Record<string, string> {
  return {
    'the rows': procedureTable(),
    'the picture': ['```mermaid', procedurePicture(), '```'].join('\n'),
  };
}
