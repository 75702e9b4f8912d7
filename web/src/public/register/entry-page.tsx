// One open report with its answer.
import { IconLockQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link, useParams } from 'wouter';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { asProblem } from '../../api/problems.ts';
import type { RegisterEntry } from '../../api/types.ts';
import { Part } from '../../shared/page/error-boundary.tsx';
import card from '../../shared/page/card.module.css';
import { Page } from '../../shared/page/page.tsx';
import { Empty, Failed, Loading } from '../../shared/messages/states.tsx';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.tsx';
import { StatusChip } from '../pieces/chip.tsx';
import { ReportOf } from '../report-of.tsx';
import said from '../../shared/said/said.module.css';
import { SaidCard } from '../../shared/said/said.tsx';
import classes from './register.module.css';

const FollowSection = lazy(() => import('../joining/follow-section.tsx'));

function Entry({ entry }: { entry: RegisterEntry }) {
  const { register, words } = useTexts();
  const { date } = useFormat();
  const { number, kind, title, category, agency, receivedAt, answer, firstResponse } = entry;
  const facts = [category, agency?.name, `${words.receivedAt} ${date(receivedAt)}`].filter(Boolean);
  return (
    <Page
      title={title}
      lead={<ReportOf kind={kind} number={number} />}
      actions={<StatusChip status={entry.status} />}
    >
      <p className={classes.facts}>{facts.join(' · ')}</p>
      <section className={card.card} aria-labelledby="description">
        <h2 id="description">{words.description}</h2>
        <p className={said.text}>{entry.description}</p>
      </section>
      {firstResponse && <SaidCard id="first-response" title={words.firstResponse} said={firstResponse} />}
      {answer ? <SaidCard id="answer" title={words.answer} said={answer} /> : <p>{register.noAnswer}</p>}
      {entry.status !== 'closed' && (
        <Part>
          <Suspense>
            <FollowSection report={{ number, title }} />
          </Suspense>
        </Part>
      )}
      <Link href="/register">{register.back}</Link>
    </Page>
  );
}

export default function EntryPage() {
  const { register } = useTexts();
  const { number } = useParams<{ number: string }>();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: keys.registerEntry(number),
    queryFn: ({ signal }) => ask<RegisterEntry>(`/v1/register/${encodeURIComponent(number)}`, { signal }),
  });
  if (isPending) return <Loading />;
  if (data) return <Entry entry={data} />;
  return (
    <Page title={register.title}>
      {asProblem(error).status === 404 ? (
        <Empty icon={<IconLockQuestion size={28} />} title={register.missing}>
          <p>{register.missingWhy}</p>
          <Link href="/register">{register.back}</Link>
        </Empty>
      ) : (
        <Failed error={error} again={() => void refetch()} />
      )}
    </Page>
  );
}
