// One event on record: who did what when, with the words that went along.
import { useOfficeFormat } from '../../../texts/office-format.ts';
import { useOfficeTexts } from '../../../texts/office.ts';
import { useTexts } from '../../../texts/texts.tsx';
import type { RecordEvent } from '../../../api/types.ts';
import classes from './stream.module.css';
import { MovedDeadlines } from '../../correcting/moved-deadlines.tsx';
import { useEntryName } from './entry-name.ts';

/** What was put right, old and new. */
function useCorrectionWords() {
  const { deciding, report, words } = useOfficeTexts();
  const { facts, events } = report;
  const known: Record<string, string> = { ...words.kinds, ...words.confidentialities };
  const { day } = useOfficeFormat();
  const said = (field: string, value: string | boolean | null) => {
    if (typeof value === 'boolean') return events.flags[value ? 'yes' : 'no'];
    if (value === null) return deciding.changes.empty;
    return field === 'happenedOn' ? day(value) : (known[value] ?? events.said(value));
  };
  return ({ field, old, new: is }: NonNullable<RecordEvent['corrections']>[number]) =>
    events.moved(facts[field as 'title'] ?? field, said(field, old), said(field, is));
}

/** The deadline after it is that of the closing (SOP 11). */
function closes({ type, step }: RecordEvent): boolean {
  return type === 'answered' || (step === 11 && type !== 'objected');
}

/** What stands within its item of a list. */
export function EventEntry({ event }: { event: RecordEvent }) {
  const { report, words } = useOfficeTexts();
  const { events: texts } = report;
  const { problems } = useTexts();
  const { moment, brief } = useOfficeFormat();
  const nameOf = useEntryName();
  const ofReport = useCorrectionWords();
  const {
    actor,
    from,
    fromName,
    to,
    toName,
    reason,
    text,
    deadline,
    provisional,
    binding,
    alert,
    undone,
    changes,
    corrections,
    via,
    refused,
  } = event;
  const clock = alert?.clock ?? undone?.clock;
  const role = words.levels[actor.role as keyof typeof words.levels] ?? actor.role;
  const route = to && from !== to ? texts.route(fromName, toName ?? to) : undefined;
  const due = event.type === 'rejected' ? texts.final : closes(event) ? texts.closes : texts.due;
  const facts = [
    moment(event.at),
    actor.officeId === null ? role : `${actor.name} (${role})`,
    words.step(event.step),
    route,
    binding && texts.binding,
    deadline && !undone && words.markedBriefly(due(brief(deadline)), provisional),
    alert && alert.to.length > 0 && texts.told(alert.to.map(({ name }) => name)),
    undone && texts.undone(brief(undone.due)),
    via && texts.bySignal,
  ];
  return (
    <>
      <p className={classes.what}>
        <strong>{nameOf(event)}</strong>
        {clock && `: ${texts.clocks[clock] ?? clock}`}
      </p>
      <p className={classes.by}>{facts.filter(Boolean).join(' · ')}</p>
      {refused && (
        <p className={classes.by}>
          {texts.refused(
            words.actions[refused.action as keyof typeof words.actions] ?? refused.action,
            problems[refused.code] ?? refused.title,
          )}
        </p>
      )}
      {reason && (
        <blockquote className={classes.quote}>
          {texts.reason}: {reason}
        </blockquote>
      )}
      {text && <blockquote className={classes.quote}>{text}</blockquote>}
      {corrections?.map((one) => (
        <p key={one.field} className={classes.by}>
          {ofReport(one)}
        </p>
      ))}
      {changes && <MovedDeadlines changes={changes} className={classes.by} />}
    </>
  );
}
