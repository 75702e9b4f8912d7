// What stands by to be sent, on whatever page one is: how long still, and the way back.
import { Button, CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconSend } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { Link } from 'wouter';
import type { Sending } from '../../../api/types.ts';
import { announce } from '../../../shared/messages/announcer.tsx';
import { Failed } from '../../../shared/messages/states.tsx';
import { useOfficeTexts } from '../../../texts/office.ts';
import { useTexts } from '../../../texts/texts.tsx';
import { useDesk } from '../../desk.tsx';
import { holdKey, useShortcuts } from '../../shortcuts.ts';
import { useTypedBack } from '../drafts/local-draft.ts';
import { takeBatch } from './batches.ts';
import classes from './sendings.module.css';
import { nameOf, useGone } from './use-gone.ts';
import { together, useHold, useSendings } from './use-sendings.ts';

/** To the first that goes. */
function secondsTo(sendings: readonly Sending[]): number {
  const first = Math.min(...sendings.map(({ sendsAt }) => Date.parse(sendsAt ?? '')));
  return Math.max(0, Math.ceil((first - Date.now()) / 1_000));
}

function useSeconds(sendings: readonly Sending[]): number {
  const [seconds, setSeconds] = useState(() => secondsTo(sendings));
  useEffect(() => {
    const timer = setInterval(() => setSeconds(secondsTo(sendings)), 250);
    return () => clearInterval(timer);
  }, [sendings]);
  return seconds;
}

interface StandingProps {
  /** One, or all that were decided at once. */
  sendings: readonly [Sending, ...Sending[]];
  /** The key takes back the last one. */
  last: boolean;
}

function Standing({ sendings, last }: StandingProps) {
  const texts = useOfficeTexts().deciding.sending;
  const { select } = useDesk();
  const typedBack = useTypedBack();
  const [first] = sendings;
  const { action, batch } = first;
  const seconds = useSeconds(sendings);
  const hold = useHold(first);
  const what = texts.what[action as 'answer'];
  const which = texts.which(sendings.map(({ number }) => number));
  const comes = useEffectEvent(() => announce(texts.announced(what, which)));
  useEffect(() => comes(), []);
  const takeBack = () =>
    hold.mutate('hold', {
      onSuccess: () => {
        const was = batch && takeBatch(batch);
        if (!was) return;
        typedBack(was.action, was.words);
        select(new Set(was.numbers));
      },
    });
  useShortcuts({ [holdKey]: last ? takeBack : undefined });
  return (
    <li className={classes.one}>
      <IconSend size={20} aria-hidden />
      <p>{seconds > 0 ? texts.inSeconds(what, which, seconds) : texts.going(what, which)}</p>
      <span className={classes.buttons}>
        <Button size="sm" disabled={hold.isPending} onClick={takeBack}>
          {texts.hold}
          {last && (
            <kbd className={`hint ${classes.key}`} aria-hidden>
              {holdKey}
            </kbd>
          )}
        </Button>
        <Button size="sm" variant="default" disabled={hold.isPending} onClick={() => hold.mutate('now')}>
          {texts.now}
        </Button>
      </span>
      {hold.error && <Failed error={hold.error} />}
    </li>
  );
}

interface RefusedProps {
  /** One, or several that were refused for the same reason. */
  sendings: readonly [Sending, ...Sending[]];
  onClose: () => void;
}

function Refused({ sendings, onClose }: RefusedProps) {
  const { deciding, frame } = useOfficeTexts();
  const { sending: texts } = deciding;
  const { problems } = useTexts();
  const [{ action, refused }] = sendings;
  const why = problems[refused?.code ?? ''] ?? refused?.title ?? '';
  const which = texts.which(sendings.map(({ number }) => number));
  return (
    <li className={classes.one} data-tone="warn">
      <IconAlertTriangle size={20} aria-hidden />
      <p role="alert">{texts.refused(texts.what[action as 'answer'], which, why)}</p>
      <span className={classes.buttons}>
        {sendings.map(({ number }) => (
          <Link key={number} href={`/kantor/laporan/${number}`}>
            {sendings.length > 1 ? number : frame.openDone}
          </Link>
        ))}
        <CloseButton aria-label={frame.dismiss} onClick={onClose} />
      </span>
    </li>
  );
}

/** Those that say the same are told once. */
function alike(refused: readonly Sending[]): Sending[][] {
  const why = (one: Sending) => `${one.action} ${one.refused?.code}`;
  return [...new Set(refused.map(why))].map((reason) => refused.filter((one) => why(one) === reason));
}

const versionOf = (one: Sending) => `${nameOf(one)} ${one.version}`;

export function Sendings() {
  const { deciding } = useOfficeTexts();
  const sendings = useSendings();
  useGone(sendings);
  const standing = together(sendings.filter(({ sendsAt }) => sendsAt !== null)).filter(isThere);
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const refused = alike(sendings.filter((one) => one.refused && !dismissed.has(versionOf(one)))).filter(
    isThere,
  );
  if (standing.length === 0 && refused.length === 0) return null;
  return (
    <section className={`${classes.sendings} no-print`} aria-label={deciding.sending.title}>
      <ul>
        {refused.map((some) => (
          <Refused
            key={nameOf(some[0])}
            sendings={some}
            onClose={() => setDismissed(new Set([...dismissed, ...some.map(versionOf)]))}
          />
        ))}
        {standing.map((some, n) => (
          <Standing key={some[0].batch ?? nameOf(some[0])} sendings={some} last={n === standing.length - 1} />
        ))}
      </ul>
    </section>
  );
}

function isThere<T>(some: T[]): some is [T, ...T[]] {
  return some.length > 0;
}
