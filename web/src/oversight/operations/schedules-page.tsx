// What runs by time: when last, when next; run now, pause, resume.
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  IconCircleCheck,
  IconClock,
  IconExclamationCircle,
  IconLoader,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipForward,
} from '@tabler/icons-react';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { Schedule } from '../../api/types.ts';
import { announce } from '../../shared/messages/announcer.tsx';
import card from '../../shared/page/card.module.css';
import { Empty, Failed, Pending } from '../../shared/messages/states.tsx';
import { useFormat } from '../../texts/format.ts';
import { OperationsPage } from '../part-page.tsx';
import { useOperationsTexts } from '../../texts/oversight.ts';
import { type Fact, FactList } from '../../shared/officers/fact-list.tsx';
import { temporalPath, useConsole } from '../../shared/officers/console.ts';
import classes from './operations.module.css';
import { OutsideLink } from '../../shared/officers/outside-link.tsx';

type Act = 'trigger' | 'pause' | 'resume';

/** A run takes a moment to begin, and shows by its time. */
const lookAgainMs = 5_000;

function ResultIcon({ result }: { result: NonNullable<Schedule['lastResult']> }) {
  const Icon = { running: IconLoader, completed: IconCircleCheck, failed: IconExclamationCircle }[result];
  return <Icon size={18} aria-hidden />;
}

function ScheduleCard({ schedule }: { schedule: Schedule }) {
  const { schedule: texts } = useOperationsTexts();
  const { moment } = useFormat();
  const { data: installation } = useConsole();
  const client = useQueryClient();
  const { id, when, paused, note, lastRunAt, lastResult, nextRunAt } = schedule;
  const what = texts.what(id, schedule.what);
  const said = { trigger: texts.triggered, pause: texts.pausedNow, resume: texts.resumed };
  const act = useMutation({
    mutationFn: (action: Act) =>
      ask<void>(`/v1/schedules/${encodeURIComponent(id)}/${action}`, { method: 'POST' }),
    onSuccess: async (_, action) => {
      await client.invalidateQueries({ queryKey: keys.schedules });
      announce(said[action](what));
    },
  });
  const busy = (action: Act) => act.isPending && act.variables === action;
  const path = installation && temporalPath(installation, 'schedules', id);
  const last = (
    <>
      {lastRunAt ? moment(lastRunAt) : texts.never}
      {lastResult && (
        <span className={classes.result} data-result={lastResult}>
          <ResultIcon result={lastResult} /> {texts.results[lastResult]}
        </span>
      )}
    </>
  );
  const facts: Fact[] = [
    [texts.when, texts.inWords(when)],
    [texts.last, last],
    [texts.next, nextRunAt && !paused ? moment(nextRunAt) : texts.notPlanned],
    [texts.note, note && texts.inWords(note)],
  ];
  return (
    <li className={card.card}>
      <div className={classes.title}>
        <h2>{what}</h2>
        <span className={classes.state} data-paused={paused}>
          {paused ? texts.paused : texts.active}
        </span>
      </div>
      <FactList beside facts={facts} />
      {act.error && <Failed error={act.error} />}
      <div className={classes.buttons}>
        <Button
          variant="default"
          aria-label={`${texts.trigger}: ${what}`}
          leftSection={<IconPlayerSkipForward size={18} aria-hidden />}
          loading={busy('trigger')}
          onClick={() => act.mutate('trigger')}
        >
          {texts.trigger}
        </Button>
        <Button
          variant="default"
          aria-label={`${paused ? texts.resume : texts.pause}: ${what}`}
          leftSection={
            paused ? <IconPlayerPlay size={18} aria-hidden /> : <IconPlayerPause size={18} aria-hidden />
          }
          loading={busy(paused ? 'resume' : 'pause')}
          onClick={() => act.mutate(paused ? 'resume' : 'pause')}
        >
          {paused ? texts.resume : texts.pause}
        </Button>
        {path && <OutsideLink href={path}>{texts.inTemporal}</OutsideLink>}
      </div>
    </li>
  );
}

export function SchedulesPage() {
  const { schedule: texts } = useOperationsTexts();
  const asked = useQuery({
    queryKey: keys.schedules,
    queryFn: async ({ signal }) => (await ask<{ items: Schedule[] }>('/v1/schedules', { signal })).items,
    refetchInterval: lookAgainMs,
    // It is asked again anyway; meanwhile it is said that the engine is away.
    retry: false,
  });
  const { data } = asked;
  return (
    <OperationsPage title={texts.title} lead={texts.lead}>
      <Pending asked={asked} />
      {data?.length === 0 && (
        <Empty icon={<IconClock size={28} />} title={texts.none}>
          <p>{texts.noneWhy}</p>
        </Empty>
      )}
      <ul className={classes.cards}>
        {data?.map((schedule) => (
          <ScheduleCard key={schedule.id} schedule={schedule} />
        ))}
      </ul>
    </OperationsPage>
  );
}
