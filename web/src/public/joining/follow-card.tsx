// "Saya juga mengalami": follows a public report instead of filing it again, in this browser and by mail where that is wished.
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import type { Update } from '../../../../sop/terms.ts';
import { oneLine } from '../../../../sop/texts/text.ts';
import { ask } from '../../api/client.ts';
import { fieldError, problemIn } from '../../api/problems.ts';
import { longest } from '../../shared/forms/longest.ts';
import { announce } from '../../shared/messages/announcer.tsx';
import { Notice } from '../../shared/messages/notice.tsx';
import { Failed } from '../../shared/messages/states.tsx';
import { useAskingTexts } from '../../texts/form/asking.ts';
import { useLanguage } from '../../texts/texts.tsx';
import { useJoiningTexts, useLaterTexts } from '../../texts/ways.ts';
import { Updates } from '../contact/updates.tsx';
import { deviceKey, type Followed, followed, forgetFollowed, rememberFollowed } from './followed.ts';
import classes from './joining.module.css';

export function FollowCard({ report }: { report: Followed }) {
  const texts = useJoiningTexts();
  const { chosen } = useLaterTexts();
  const { updates: title } = useAskingTexts();
  const { number } = report;
  const { language } = useLanguage();
  const [mine, setMine] = useState(() => followed().find((one) => one.number === number));
  const [email, setEmail] = useState('');
  const [wished, setWished] = useState<Update[]>([]);
  const address = oneLine(email);
  const path = `/v1/register/${encodeURIComponent(number)}/followers`;
  const remember = (one: Followed) => {
    rememberFollowed(one);
    setMine(one);
  };
  const joining = useMutation({
    mutationFn: () =>
      ask<void>(path, {
        method: 'POST',
        body: { device: deviceKey(), ...(address && { email: address, language, updates: wished }) },
      }),
    onSuccess: () => remember({ ...report, ...(address && { updates: wished }) }),
  });
  const leaving = useMutation({
    mutationFn: () => ask<void>(path, { method: 'DELETE', body: { device: deviceKey() } }),
    onSuccess: () => {
      forgetFollowed(number);
      setMine(undefined);
      joining.reset();
    },
  });
  const choosing = useMutation({
    mutationFn: (updates: Update[]) =>
      ask<void>(path, { method: 'PATCH', body: { device: deviceKey(), updates } }),
    onSuccess: () => announce(chosen),
  });
  if (mine) {
    const { updates } = mine;
    // As it was pressed, at once; as it was, where that was not taken.
    const choose = (to: Update[]) => {
      remember({ ...mine, updates: to });
      choosing.mutate(to, { onError: () => remember(mine) });
    };
    return (
      <Notice tone="good" announce={joining.isSuccess} title={texts.following}>
        <p>{joining.isSuccess && address ? texts.pressLink : texts.followingWhy}</p>
        {updates && <Updates id={`wished-${number}`} title={title} updates={updates} onChange={choose} />}
        {choosing.error && <Failed error={choosing.error} />}
        {leaving.error && <Failed error={leaving.error} />}
        <Button variant="default" size="sm" loading={leaving.isPending} onClick={() => leaving.mutate()}>
          {texts.stop}
          <span className="visually-hidden"> {number}</span>
        </Button>
      </Notice>
    );
  }
  const problem = problemIn(joining.error);
  const wrong = fieldError(problem, 'email');
  // Stands in the form of a report, too, which its Enter would send.
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    joining.mutate();
  };
  return (
    <div className={classes.join}>
      <TextInput
        label={texts.email}
        description={texts.emailWhy}
        type="email"
        autoComplete="email"
        maxLength={longest.email}
        value={email}
        error={wrong}
        onKeyDown={enter}
        onChange={({ currentTarget }) => setEmail(currentTarget.value)}
      />
      {address && <Updates id={`wished-${number}`} title={title} updates={wished} onChange={setWished} />}
      {problem && !wrong && <Failed error={problem} />}
      <div>
        <Button variant="default" loading={joining.isPending} onClick={() => joining.mutate()}>
          {texts.meToo}
        </Button>
      </div>
    </div>
  );
}
