// What stands by to be sent, on whatever page one is: how long still, and the way back.
import { Button, CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconSend } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { Draft } from '../../../api/types.ts';
import { announce } from '../../../shared/messages/announcer.tsx';
import { Failed } from '../../../shared/messages/states.tsx';
import { useOfficeTexts } from '../../../texts/office.ts';
import { useTexts } from '../../../texts/texts.tsx';
import { useDesk } from '../../desk.tsx';
import { officeKeys } from '../../keys.ts';
import { freshen } from '../../lists/live/freshen.ts';
import { holdKey, useShortcuts } from '../../shortcuts.ts';
import classes from './sendings.module.css';
import { draftsQuery } from '../drafts/use-draft.ts';
import { useHold, useSendings } from './use-sendings.ts';

function secondsTo({ sendsAt }: Draft): number {
  return Math.max(0, Math.ceil((Date.parse(sendsAt ?? '') - Date.now()) / 1_000));
}

function useSeconds(draft: Draft): number {
  const [seconds, setSeconds] = useState(() => secondsTo(draft));
  useEffect(() => {
    const timer = setInterval(() => setSeconds(secondsTo(draft)), 250);
    return () => clearInterval(timer);
  }, [draft]);
  return seconds;
}

function Standing({ draft, last }: { draft: Draft /** The key takes back the last one. */; last: boolean }) {
  const { deciding } = useOfficeTexts();
  const { sending: texts } = deciding;
  const { number, action } = draft;
  const seconds = useSeconds(draft);
  const hold = useHold(draft);
  const what = texts.what[action as 'answer'];
  useEffect(() => announce(texts.announced(what, number)), [texts, what, number]);
  const takeBack = () => hold.mutate('hold');
  useShortcuts({ [holdKey]: last ? takeBack : undefined });
  return (
    <li className={classes.one}>
      <IconSend size={20} aria-hidden />
      <p>{seconds > 0 ? texts.inSeconds(what, number, seconds) : texts.going(what, number)}</p>
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

function Refused({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const { deciding, frame } = useOfficeTexts();
  const { sending: texts } = deciding;
  const { problems } = useTexts();
  const { number, action, refused } = draft;
  const why = problems[refused?.code ?? ''] ?? refused?.title ?? '';
  return (
    <li className={classes.one} data-tone="warn">
      <IconAlertTriangle size={20} aria-hidden />
      <p role="alert">{texts.refused(texts.what[action as 'answer'], number, why)}</p>
      <span className={classes.buttons}>
        <Link href={`/kantor/laporan/${number}`}>{frame.openDone}</Link>
        <CloseButton aria-label={frame.dismiss} onClick={onClose} />
      </span>
    </li>
  );
}

const nameOf = ({ number, action }: Draft) => `${number} ${action}`;

/** What stood by and is gone was sent, unless it is a draft again, taken back here or in another window. */
function useGone(sendings: readonly Draft[]) {
  const { deciding } = useOfficeTexts();
  const client = useQueryClient();
  const { tell, leave } = useDesk();
  const before = useRef<readonly Draft[]>([]);
  const settle = async ({ number, action }: Draft) => {
    await client.invalidateQueries({ queryKey: officeKeys.drafts(number) });
    const { items } = await client.fetchQuery(draftsQuery(number));
    if (items.some((one) => one.action === action)) {
      announce(deciding.sending.held(deciding.sending.what[action as 'answer'], number));
      return;
    }
    const words = deciding.done(number, deciding.doneWhat[action](undefined));
    tell({ number, words });
    announce(words);
    leave(number);
    void freshen(client, [number]);
    for (const queryKey of [officeKeys.report(number), officeKeys.counts])
      void client.invalidateQueries({ queryKey });
  };
  const look = useEffectEvent((now: readonly Draft[]) => {
    const there = new Set(now.map(nameOf));
    // Of what cannot be asked for nothing is said: the list will tell.
    for (const one of before.current) if (!there.has(nameOf(one))) settle(one).catch(() => undefined);
    // What was refused moved while it stood by: the page shows how.
    for (const { number, refused } of now) {
      if (!refused || !before.current.some((one) => one.number === number)) continue;
      void client.invalidateQueries({ queryKey: officeKeys.report(number) });
      void client.invalidateQueries({ queryKey: officeKeys.drafts(number) });
    }
    before.current = now.filter(({ sendsAt }) => sendsAt !== null);
  });
  useEffect(() => look(sendings), [sendings]);
}

export function Sendings() {
  const { deciding } = useOfficeTexts();
  const sendings = useSendings();
  useGone(sendings);
  const standing = sendings.filter(({ sendsAt }) => sendsAt !== null);
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const refused = sendings.filter((one) => one.refused && !dismissed.has(`${nameOf(one)} ${one.version}`));
  if (standing.length === 0 && refused.length === 0) return null;
  return (
    <section className={`${classes.sendings} no-print`} aria-label={deciding.sending.title}>
      <ul>
        {refused.map((one) => (
          <Refused
            key={nameOf(one)}
            draft={one}
            onClose={() => setDismissed(new Set([...dismissed, `${nameOf(one)} ${one.version}`]))}
          />
        ))}
        {standing.map((one, n) => (
          <Standing key={nameOf(one)} draft={one} last={n === standing.length - 1} />
        ))}
      </ul>
    </section>
  );
}
