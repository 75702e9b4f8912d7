// Everything that was said and done about the report, the first first, and a note to add to it.
import { Button } from '@mantine/core';
import { IconLock, IconPaperclip } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { RecordEvent, Report } from '../../../api/types.ts';
import { useUser } from '../../../session.tsx';
import { Pending } from '../../../shared/messages/states.tsx';
import { Section } from '../../../shared/officers/section.tsx';
import { useOfficeFormat } from '../../../texts/office-format.ts';
import { useOfficeTexts } from '../../../texts/office.ts';
import { useEvents } from '../../queries.ts';
import { usePrinting } from '../on-paper.tsx';
import { Photos } from '../photos/photos.tsx';
import { useAttachments } from '../use-attachments.ts';
import { useEntryName } from './entry-name.ts';
import { EventEntry } from './event-entry.tsx';
import { type Block, foldedOf, type Line, linesOf } from './lines.ts';
import { NoteForm } from './note-form.tsx';
import classes from './stream.module.css';

/** Of a long stream the last ones are shown at first. */
const shown = 14;

function NoteEntry({ note }: Extract<Line, { kind: 'note' }>) {
  const { notes, events } = useOfficeTexts().report;
  const { moment } = useOfficeFormat();
  const by = [moment(note.at), note.name, note.office, note.via && events.bySignal];
  return (
    <>
      <p className={classes.what}>
        <IconLock size={16} aria-hidden />
        <strong>{notes.one}</strong>
      </p>
      <p className={classes.by}>{by.filter(Boolean).join(' · ')}</p>
      <p className={classes.quote}>{note.text}</p>
    </>
  );
}

function FilesEntry({ number, files }: { number: string } & Extract<Line, { kind: 'files' }>) {
  const { attachments: texts } = useOfficeTexts().report;
  const { moment } = useOfficeFormat();
  const [first] = files;
  if (!first) return null;
  return (
    <>
      <p className={classes.what}>
        <IconPaperclip size={16} aria-hidden />
        <strong>{texts.added(files.length)}</strong>
      </p>
      <p className={classes.by}>{[moment(first.at), first.by, texts[first.visibility]].join(' · ')}</p>
      <p className={classes.names}>{files.map(({ name }) => name).join(', ')}</p>
      <Photos number={number} files={files} />
    </>
  );
}

function SystemEntries({ events }: { events: readonly RecordEvent[] }) {
  const { stream } = useOfficeTexts().report;
  const { brief } = useOfficeFormat();
  const nameOf = useEntryName();
  const printing = usePrinting();
  const names = [...new Set(events.map(nameOf))];
  const [first, last] = [events[0]?.at ?? '', events.at(-1)?.at ?? ''];
  const when =
    events.length > 1 && brief(first) !== brief(last) ? `${brief(first)} – ${brief(last)}` : brief(first);
  return (
    <details className={classes.system} open={printing || undefined}>
      <summary>{stream.bySystem(events.length, names, when)}</summary>
      <ol className={classes.stream}>
        {events.map((event) => (
          <li key={`${event.seq} ${event.consultation} ${event.type} ${event.at}`}>
            <EventEntry event={event} />
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Whose word it is: of the reporter, of an office, or among offices. */
function voiceOf(block: Block): string {
  if (block.kind === 'event') return block.event.actor.role === 'reporter' ? 'reporter' : 'office';
  if (block.kind === 'files') return block.files[0]?.office === null ? 'reporter' : 'office';
  return block.kind;
}

function Entry({ number, block }: { number: string; block: Block }) {
  switch (block.kind) {
    case 'event':
      return <EventEntry event={block.event} />;
    case 'note':
      return <NoteEntry {...block} />;
    case 'files':
      return <FilesEntry number={number} {...block} />;
    default:
      return <SystemEntries events={block.events} />;
  }
}

export function Stream({ report }: { report: Report }) {
  const { stream: texts } = useOfficeTexts().report;
  const { number, notes } = report;
  const writes = useUser()?.role === 'admin';
  const asked = useEvents(number);
  const files = useAttachments(number);
  const printing = usePrinting();
  const [all, setAll] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const blocks = asked.data ? foldedOf(linesOf(asked.data, notes, files.data?.items ?? [])) : [];
  const hidden = all || printing ? 0 : Math.max(0, blocks.length - shown);
  const showAll = () => {
    flushSync(() => setAll(true));
    list.current?.focus();
  };
  return (
    <Section title={texts.title}>
      <Pending asked={asked} />
      {hidden > 0 && (
        <div className="no-print">
          <Button variant="default" onClick={showAll}>
            {texts.earlier(hidden)}
          </Button>
        </div>
      )}
      <ol ref={list} tabIndex={-1} className={classes.stream}>
        {blocks.slice(hidden).map((block) => (
          <li key={`${block.kind} ${block.key}`} data-voice={voiceOf(block)}>
            <Entry number={number} block={block} />
          </li>
        ))}
      </ol>
      {writes && <NoteForm number={number} />}
    </Section>
  );
}
