// Where the report stands, who has it, and what to expect when.
import { lazy, Suspense } from 'react';
import type { ReporterView } from '../../api/types.ts';
import card from '../../shared/page/card.module.css';
import { type Texts, useTexts } from '../../texts/texts.tsx';
import { useFormat } from '../../texts/format.ts';
import { Chip, StatusChip } from '../pieces/chip.tsx';
import classes from './following.module.css';

const Steps = lazy(() => import('./steps.tsx'));
/** What has left the straight way takes no more of its steps. */
const offTheWay = new Set(['rejected', 'withdrawn']);

type Format = ReturnType<typeof useFormat>;

/** What is still to come, the soonest first as the procedure has it: the three clocks of reading 13. */
function expectations(view: ReporterView, texts: Texts['following'], { moment }: Format): string[] {
  if (view.endedAt) return ended(view, texts);
  const { marked } = texts;
  const seen = (at: string) => marked(moment(at), view.provisional);
  if (view.status === 'rejected') return [rejectionStands(view, texts, { moment: seen })];
  if (view.completeBy) return [texts.completeBy(seen(view.completeBy))];
  if (view.status === 'awaiting-completion') return [texts.completeLater];
  if (view.closesAt) return [texts.closesAt(seen(view.closesAt))];
  const late = (at: string) => new Date(at) < new Date();
  const found: string[] = [];
  const { stepDue: step, firstResponse, firstResponseDue: response, answer, wholeDue: whole } = view;
  if (step && answer) found.push((late(step) ? texts.objectionLate : texts.objectionBy)(seen(step)));
  else if (step) found.push((late(step) ? texts.stepLate : texts.stepBy)(view.holder.name, seen(step)));
  if (!firstResponse && !answer && response) {
    const when = marked(moment(response), view.firstResponseProvisional);
    found.push((late(response) ? texts.firstResponseLate : texts.firstResponseBy)(when));
  }
  if (!answer) {
    const when = whole && marked(moment(whole), view.wholeProvisional);
    if (when) found.push((late(whole) ? texts.answerLate : texts.answerBy)(when));
    else found.push(texts.answerLater);
  }
  return found;
}

/** The last word was an office's or the system's: what is left (reading 23). */
function ended({ status, closedBy, timeline }: ReporterView, texts: Texts['following']): string[] {
  if (status === 'rejected') return [texts.rejection.final, texts.ombudsman];
  const objected = timeline.some(({ type }) => type === 'objected');
  return status === 'closed' && closedBy === 'system' && objected ? [texts.ombudsman] : [];
}

/** readings 21, 22: until when one may object, and what that does. */
function rejectionStands(
  { closesAt, original, options }: ReporterView,
  texts: Texts['following'],
  { moment }: Pick<Format, 'moment'>,
): string {
  if (!options.includes('objection')) return texts.rejection.noMore;
  if (closesAt) return texts.rejection.until(moment(closesAt));
  return texts.rejection.untilAfter(original?.number ?? '');
}

/** An answer that is not the last word was objected to; who withdrew it knows; a duplicate is no refusal (reading 21). */
function standing({ status, answer, closedBy, original }: ReporterView, texts: Texts['following']): string {
  if (status === 'rejected' && original) return texts.original.joined(original.number);
  if (status === 'withdrawn' && closedBy === 'reporter') return texts.withdrawnByReporter;
  return status === 'in-process' && answer ? texts.objectedNow : texts.statuses[status];
}

/** Who or what ended it, when that is worth a word. */
function ending({ status, closedBy }: ReporterView, texts: Texts['following']): string | undefined {
  if (status !== 'closed') return undefined;
  return closedBy === 'reporter' ? texts.closedByReporter : texts.closedBySystem;
}

export function Now({ view }: { view: ReporterView }) {
  const { following } = useTexts();
  const format = useFormat();
  const expected = expectations(view, following, format);
  const end = ending(view, following);
  const joined = view.status === 'rejected' && view.original !== null;
  const reason = view.timeline.findLast(({ type }) => type === 'rejected')?.text;
  return (
    <section className={card.card} aria-labelledby="now">
      <div className={classes.status}>
        <h2 id="now" tabIndex={-1}>
          {following.now}
        </h2>
        {joined ? (
          <Chip tone="info">{following.original.chip}</Chip>
        ) : (
          <StatusChip status={view.status} closedBy={view.closedBy} />
        )}
      </div>
      <p className={classes.plain}>
        {standing(view, following)} {end}
      </p>
      {!offTheWay.has(view.status) && (
        <Suspense fallback={<div className={classes.steps} />}>
          <Steps view={view} />
        </Suspense>
      )}
      {view.status === 'rejected' && reason && (
        <p>
          <strong>{following.reason}:</strong> {reason}
        </p>
      )}
      {view.holder.level !== 'system' && (
        <p>
          {following.holder} <strong>{view.holder.name}</strong>
        </p>
      )}
      {expected.length > 0 && (
        <div>
          <h3>{following.expect}</h3>
          <ul className={classes.expected}>
            {expected.map((what) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
