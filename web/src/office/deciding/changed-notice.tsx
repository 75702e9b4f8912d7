// What others did to the report since it was seen; nothing of theirs is overwritten unread.
import { Button } from '@mantine/core';
import type { OfficeAction } from '../../../../sop/terms.ts';
import type { RecordEvent } from '../../api/types.ts';
import { Notice } from '../../shared/messages/notice.tsx';
import { useOfficeFormat } from '../../texts/office-format.ts';
import { useEntryName } from '../report/stream/entry-name.ts';
import { useEvents } from '../queries.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import classes from './deciding.module.css';

interface ChangedNoticeProps {
  number: string;
  action: OfficeAction;
  /** The last entry of the record that was seen; undefined while the record does not come. */
  seq: number | undefined;
  stillOpen: boolean;
  onRead: () => void;
}

export function ChangedNotice({ number, action, seq, stillOpen, onRead }: ChangedNoticeProps) {
  const { deciding, words } = useOfficeTexts();
  const { changed } = deciding;
  const { brief } = useOfficeFormat();
  const nameOf = useEntryName();
  const whoOf = ({ actor: { officeId, role, name } }: RecordEvent) =>
    officeId === null ? (words.levels[role as keyof typeof words.levels] ?? name) : name;
  const { data: record = [] } = useEvents(number);
  const news = record.filter((event) => event.seq !== null && seq !== undefined && event.seq > seq);
  return (
    <Notice tone="warn" title={changed.title} announce>
      {news.length === 0 && <p>{changed.none}</p>}
      <ul className={classes.news}>
        {news.map((event) => (
          <li key={event.seq}>
            <strong>{nameOf(event)}</strong> — {whoOf(event)}, {brief(event.at)}
            {event.reason && <q>{event.reason}</q>}
            {event.text && <q>{event.text}</q>}
          </li>
        ))}
      </ul>
      <p>{stillOpen ? changed.keep : changed.notOpen(words.actions[action])}</p>
      {stillOpen && (
        <Button variant="default" onClick={onRead}>
          {changed.proceed}
        </Button>
      )}
    </Notice>
  );
}
