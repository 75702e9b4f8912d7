// Two reports side by side, with what one says and the other does not marked.
import { Link } from 'wouter';
import type { Report } from '../../api/types.ts';
import { Pending } from '../../shared/messages/states.tsx';
import { useOfficeFormat } from '../../texts/office-format.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import { Dialog } from '../../shared/officers/frame/dialog.tsx';
import { useReport } from '../queries.ts';
import classes from './comparison.module.css';
import { piecesOf } from './pieces.ts';

/** Marked words are no sentence: whoever hears the page hears the text alone. */
function Marked({ text, other }: { text: string; other: string }) {
  return piecesOf(text, other).map(({ words, alone }, n) =>
    // oxlint-disable-next-line react/no-array-index-key -- Pieces of one text have no name but their place.
    alone ? <mark key={n}>{words}</mark> : <span key={n}>{words}</span>,
  );
}

function Side({ report, other, here }: { report: Report; other: Report; here: boolean }) {
  const { report: texts, words } = useOfficeTexts();
  const { moment, day } = useOfficeFormat();
  const dayOf = ({ happenedOn }: Report) => happenedOn && day(happenedOn);
  const placeOf = ({ place, region }: Report) => [place, region?.words].filter(Boolean).join(', ');
  const holderOf = ({ holder }: Report) => (holder.id === null ? words.levels.system : holder.name);
  const { facts, duplicates } = texts;
  const { number } = report;
  const known: [string, string | null, string | null][] = [
    [facts.kind, words.kinds[report.kind], words.kinds[other.kind]],
    [facts.status, words.statuses[report.status], words.statuses[other.status]],
    [facts.received, moment(report.receivedAt), moment(other.receivedAt)],
    [facts.holder, holderOf(report), holderOf(other)],
    [facts.category, report.category, other.category],
    [facts.place, placeOf(report), placeOf(other)],
    [facts.happenedOn, dayOf(report), dayOf(other)],
    [facts.reporter, report.reporter?.name ?? null, other.reporter?.name ?? null],
  ];
  return (
    <section className={classes.side} aria-label={number}>
      <h3>{here ? duplicates.here(number) : <Link href={`/kantor/laporan/${number}`}>{number}</Link>}</h3>
      <p className={classes.title}>
        <Marked text={report.title} other={other.title} />
      </p>
      <dl className={classes.facts}>
        {known
          .filter(([, own]) => own)
          .map(([name, own, theirs]) => (
            <div key={name} data-differs={own !== theirs}>
              <dt>{name}</dt>
              <dd>{own === theirs ? own : <mark>{own}</mark>}</dd>
            </div>
          ))}
      </dl>
      <p className={classes.text}>
        <Marked text={report.description} other={other.description} />
      </p>
    </section>
  );
}

interface ComparisonProps {
  report: Report;
  /** The number of the other one. */
  other: string;
  onClose: () => void;
}

export function Comparison({ report, other, onClose }: ComparisonProps) {
  const { duplicates } = useOfficeTexts().report;
  const asked = useReport(other);
  const { data } = asked;
  return (
    <Dialog onClose={onClose} size="90rem" title={duplicates.comparing(report.number, other)}>
      <Pending asked={asked} />
      {data && (
        <>
          <p className={classes.lead}>{duplicates.marked}</p>
          <div className={classes.both}>
            <Side report={report} other={data} here />
            <Side report={data} other={report} here={false} />
          </div>
        </>
      )}
    </Dialog>
  );
}
