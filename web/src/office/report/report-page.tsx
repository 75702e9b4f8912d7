// One report: what it says, where it stands, what may be decided, and all that is on record.
import { IconFileUnknown } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { asProblem } from '../../api/problems.ts';
import { Page } from '../../shared/page/page.tsx';
import { Empty, Pending } from '../../shared/messages/states.tsx';
import { Deadline } from '../deadline.tsx';
import { useDesk } from '../desk.tsx';
import { OfficeLiveBadge } from '../live.tsx';
import { useReport } from '../queries.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import type { Report } from '../../api/types.ts';
import { Assignee } from './assignee.tsx';
import { Attachments } from './attachments.tsx';
import { Consultations } from '../consultations/consultations.tsx';
import { DecisionPanel } from './decision-panel.tsx';
import { Deliveries } from '../deliveries/deliveries.tsx';
import { LikelyDuplicates } from '../duplicates/likely-duplicates.tsx';
import { Facts } from './facts.tsx';
import { Ledger } from './history/ledger.tsx';
import { Looks } from './history/looks.tsx';
import { OnPaper } from './on-paper.tsx';
import { PublicVersion } from './public-version.tsx';
import { Present } from '../presence/present.tsx';
import { References } from '../references/references.tsx';
import { GivenRating } from '../ratings/rating.tsx';
import { QueueBar } from './queue/queue-bar.tsx';
import { Stream } from './stream/stream.tsx';
import classes from './report.module.css';
import { SaidTexts } from './said-texts.tsx';
import { Track } from './history/track.tsx';
import { useQueue } from './queue/use-queue.ts';
import { WorkflowLink } from './workflow-link.tsx';

function Content({ report, queue }: { report: Report; queue: ReturnType<typeof useQueue> }) {
  const texts = useOfficeTexts();
  const { number } = report;
  return (
    <div className={classes.report}>
      <div className={classes.columns}>
        <div className={classes.main}>
          <SaidTexts report={report} />
          <DecisionPanel report={report} queue={queue} />
        </div>
        <aside className={classes.aside} aria-label={texts.report.facts.heading}>
          <Facts report={report} />
          <Assignee report={report} />
          <References report={report} />
          <Track report={report} />
        </aside>
        <div className={classes.main}>
          <LikelyDuplicates report={report} />
          <Stream report={report} />
          <Consultations report={report} />
          <Attachments report={report} />
          <GivenRating report={report} />
          <PublicVersion report={report} />
          <Ledger report={report} />
          <Looks number={number} />
          <Deliveries number={number} />
          <WorkflowLink number={number} />
        </div>
      </div>
    </div>
  );
}

export function ReportPage({ number }: { number: string }) {
  const texts = useOfficeTexts();
  const asked = useReport(number);
  const { data: report, error } = asked;
  const queue = useQueue();
  const { placeRef } = useDesk();
  useEffect(() => {
    placeRef.current.at = number;
  }, [placeRef, number]);
  const missing = error && asProblem(error).code === 'not-found';
  return (
    <Page
      title={report?.title ?? number}
      lead={
        report && (
          <span className={classes.lead}>
            <span>{number}</span>
            <span>{texts.words.kinds[report.kind]}</span>
            <Deadline item={report} withMoment />
          </span>
        )
      }
      width="wide"
      actions={
        <div className={classes.here}>
          <OfficeLiveBadge />
          <Present number={number} />
        </div>
      }
    >
      <QueueBar queue={queue} />
      <OnPaper number={number} />
      {missing && (
        <Empty icon={<IconFileUnknown size={28} />} title={texts.report.missing}>
          <Link href={queue.back}>{texts.report.back}</Link>
        </Empty>
      )}
      {!missing && <Pending asked={asked} />}
      {report && !missing && <Content report={report} queue={queue} />}
    </Page>
  );
}
