// What was said and done about a report as one stream: events, notes and files by time, what the system did by itself folded.
import type { Attachment, RecordEvent, Report } from '../../../api/types.ts';

type Note = Report['notes'][number];

export type Line =
  | { kind: 'event'; at: string; key: string; event: RecordEvent }
  | { kind: 'note'; at: string; key: string; note: Note }
  | { kind: 'files'; at: string; key: string; files: readonly Attachment[] };

/** A line, or what the system did by itself between two of them. */
export type Block = Line | { kind: 'system'; key: string; events: readonly RecordEvent[] };

/** What clocks and batches write: nobody decided or said it. */
const bySystem = new Set([
  'acknowledged',
  'warned',
  'breached',
  'escalated',
  'recomputed',
  'unbreached',
  'succeeded',
  'resumed',
  'refused',
  'consultation-warned',
  'consultation-late',
  'consultation-recomputed',
  'consultation-inherited',
]);

/** Files that one person added within so many milliseconds stand together. */
const togetherMs = 10 * 60_000;

function fileLines(files: readonly Attachment[]): Line[] {
  const lines: Extract<Line, { kind: 'files' }>[] = [];
  for (const file of files) {
    const last = lines.at(-1);
    const first = last?.files[0];
    const isSame =
      first?.by === file.by && first.office === file.office && first.visibility === file.visibility;
    if (last && isSame && Date.parse(file.at) - Date.parse(last.at) < togetherMs)
      lines[lines.length - 1] = { ...last, files: [...last.files, file] };
    else lines.push({ kind: 'files', at: file.at, key: file.id, files: [file] });
  }
  return lines;
}

/** By time; a remark that a decision brought along is said with the decision. */
export function linesOf(
  events: readonly RecordEvent[],
  notes: readonly Note[],
  files: readonly Attachment[],
): Line[] {
  const remarks = new Set(events.map(({ at, reason }) => `${at} ${reason}`));
  const lines: Line[] = [
    ...events.map((event): Line => {
      const key = `${event.seq} ${event.consultation} ${event.type} ${event.at}`;
      return { kind: 'event', at: event.at, key, event };
    }),
    ...notes
      .filter(({ at, text }) => !remarks.has(`${at} ${text}`))
      .map(
        (note): Line => ({ kind: 'note', at: note.at, key: `${note.at} ${note.name} ${note.text}`, note }),
      ),
    ...fileLines(files),
  ];
  return lines.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** The same with each run of what the system did in one. */
export function foldedOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (line.kind !== 'event' || !bySystem.has(line.event.type)) blocks.push(line);
    else if (last?.kind === 'system')
      blocks[blocks.length - 1] = { ...last, events: [...last.events, line.event] };
    else blocks.push({ kind: 'system', key: line.key, events: [line.event] });
  }
  return blocks;
}
