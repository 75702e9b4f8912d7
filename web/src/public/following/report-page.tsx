// One report as its reporter sees it.
import { Button } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { complaintPath } from '../../api/paths.ts';
import card from '../../shared/page/card.module.css';
import { Part } from '../../shared/page/error-boundary.tsx';
import { LiveBadge } from '../../shared/live/live-badge.tsx';
import { Notice } from '../../shared/messages/notice.tsx';
import { Page } from '../../shared/page/page.tsx';
import { Failed, Loading } from '../../shared/messages/states.tsx';
import { Unconfirmed } from '../../shared/messages/unconfirmed.tsx';
import { useTexts } from '../../texts/texts.tsx';
import { SaidCard } from '../../shared/said/said.tsx';
import said from '../../shared/said/said.module.css';
import { ReportOf } from '../report-of.tsx';
import { Actions } from './saying/actions.tsx';
import { Facts } from './facts.tsx';
import { Now } from './now.tsx';
import { useReport } from './report.ts';
import { Timeline } from './timeline.tsx';

// Few come to need them; they are no part of what every phone loads.
const RatingCard = lazy(() => import('../rating/rating-card.tsx'));
const ContactPart = lazy(() => import('../contact/contact-part.tsx'));
const Files = lazy(() => import('./files.tsx'));
const OriginalCard = lazy(() => import('./original-card.tsx'));
const RememberCard = lazy(() => import('../mine/remember-card.tsx'));
const WaysBack = lazy(() => import('../mine/ways-back.tsx'));
const UpdatesCard = lazy(() => import('../contact/updates-card.tsx'));
const WhoSeesCard = lazy(() => import('../contact/who-sees-card.tsx'));

interface ReportPageProps {
  number: string;
  reportKey: string;
  /** Goes on with another key of it. */
  open: (number: string, accessKey: string) => void;
  close: () => void;
}

export function ReportPage({ number, reportKey, open, close }: ReportPageProps) {
  const { following, words } = useTexts();
  const { data: view, error, isPending, refetch, live } = useReport(number, reportKey);
  const forget = (
    <Button variant="default" className="no-print" onClick={close}>
      {following.forget}
    </Button>
  );
  if (isPending) return <Loading />;
  if (!view) {
    return (
      <Page title={following.title} actions={forget}>
        <Failed error={error} again={() => void refetch()} />
      </Page>
    );
  }
  return (
    <Page
      title={view.title}
      lead={<ReportOf kind={view.kind} number={view.number} />}
      actions={<LiveBadge state={live} />}
    >
      {error && <Failed error={error} again={() => void refetch()} />}
      {live === 'disconnected' && <Notice tone="info">{following.polling}</Notice>}
      <Part>
        <Now view={view} />
      </Part>
      {view.answer && (
        <SaidCard
          id="answer"
          title={view.status === 'in-process' ? following.answerBefore : words.answer}
          said={view.answer}
        />
      )}
      {view.firstResponse && !view.answer && (
        <SaidCard id="first-response" title={words.firstResponse} said={view.firstResponse} />
      )}
      {view.original && (
        <Part>
          <Suspense>
            <OriginalCard original={view.original} />
          </Suspense>
        </Part>
      )}
      <Part>
        <Actions view={view} reportKey={reportKey} />
      </Part>
      {(view.mayRate || view.rating) && (
        <Part>
          <Suspense>
            <RatingCard view={view} reportKey={reportKey} />
          </Suspense>
        </Part>
      )}
      <Part>
        <Timeline view={view} />
      </Part>
      <Part>
        <Suspense>
          <Files number={view.number} reportKey={reportKey} open={view.endedAt === null} />
        </Suspense>
      </Part>
      <section className={card.card} aria-labelledby="your-report">
        <h2 id="your-report">{following.yourReport}</h2>
        <p className={said.text}>{view.description}</p>
        <Facts view={view} />
        {view.references.map(({ source, id }) => (
          <p key={`${source}:${id}`}>{following.known(source, id)}</p>
        ))}
      </section>
      {view.emailConfirmed === false && (
        <Unconfirmed path={`${complaintPath(number)}/email-confirmation`} reportKey={reportKey} />
      )}
      {view.endedAt === null && (
        <Part>
          <Suspense>
            <WhoSeesCard view={view} reportKey={reportKey} />
          </Suspense>
        </Part>
      )}
      {view.endedAt === null && view.emailConfirmed !== null && (
        <Part>
          <Suspense>
            <UpdatesCard view={view} reportKey={reportKey} />
          </Suspense>
        </Part>
      )}
      <Part>
        <Suspense>
          <ContactPart view={view} reportKey={reportKey} />
        </Suspense>
      </Part>
      <Part>
        <Suspense>
          <div className="no-print">
            <RememberCard report={{ number, key: reportKey, title: view.title }} />
          </div>
          <WaysBack number={number} reportKey={reportKey} open={open} />
        </Suspense>
      </Part>
      <div>{forget}</div>
    </Page>
  );
}
