// "Saya juga mengalami": follows a public report instead of filing it again, in this browser and by mail where that is wished.
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { oneLine } from '../../../../sop/texts/text.ts';
import { ask } from '../../api/client.ts';
import { fieldError, problemIn } from '../../api/problems.ts';
import { longest } from '../../shared/forms/longest.ts';
import { Notice } from '../../shared/messages/notice.tsx';
import { Failed } from '../../shared/messages/states.tsx';
import { useLanguage } from '../../texts/texts.tsx';
import { useJoiningTexts } from '../../texts/ways.ts';
import { deviceKey, type Followed, followed, forgetFollowed, rememberFollowed } from './followed.ts';
import classes from './joining.module.css';

export function FollowCard({ report }: { report: Followed }) {
  const texts = useJoiningTexts();
  const { number } = report;
  const { language } = useLanguage();
  const [follows, setFollows] = useState(() => followed().some((one) => one.number === number));
  const [email, setEmail] = useState('');
  const path = `/v1/register/${encodeURIComponent(number)}/followers`;
  const joining = useMutation({
    mutationFn: () =>
      ask<void>(path, {
        method: 'POST',
        body: { device: deviceKey(), ...(oneLine(email) && { email: oneLine(email), language }) },
      }),
    onSuccess: () => {
      rememberFollowed(report);
      setFollows(true);
    },
  });
  const leaving = useMutation({
    mutationFn: () => ask<void>(path, { method: 'DELETE', body: { device: deviceKey() } }),
    onSuccess: () => {
      forgetFollowed(number);
      setFollows(false);
      joining.reset();
    },
  });
  if (follows) {
    return (
      <Notice tone="good" announce={joining.isSuccess} title={texts.following}>
        <p>{joining.isSuccess && oneLine(email) ? texts.pressLink : texts.followingWhy}</p>
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
      {problem && !wrong && <Failed error={problem} />}
      <div>
        <Button variant="default" loading={joining.isPending} onClick={() => joining.mutate()}>
          {texts.meToo}
        </Button>
      </div>
    </div>
  );
}
