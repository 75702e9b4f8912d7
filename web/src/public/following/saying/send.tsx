// The button that sends what the reporter says; what nothing brings back is asked once more.
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ReporterAction } from '../../../../../sop/terms.ts';
import { useTexts } from '../../../texts/texts.tsx';
import classes from '../following.module.css';

export function Send({ action, busy }: { action: ReporterAction | ''; busy: boolean }) {
  const { following, words } = useTexts();
  const [asking, setAsking] = useState(false);
  const [question, yes] = (action !== '' && following.sure[action]) || [];
  const does = action === '' ? words.send : following.does[action];
  const first = useRef<HTMLButtonElement>(null);
  const sure = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    // The focus stays where the question was asked, and answered.
    if (asking) sure.current?.focus();
    else if (asked.current) first.current?.focus();
    asked.current = asking;
  }, [asking]);
  if (question === undefined || !asking) {
    return (
      <div>
        <Button
          ref={first}
          type={question === undefined ? 'submit' : 'button'}
          loading={busy}
          {...(question !== undefined && { onClick: () => setAsking(true) })}
        >
          {does}
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.sure} role="group" aria-label={question}>
      <strong role="alert">{question}</strong>
      <Button ref={sure} type="submit" className={classes.final ?? ''} loading={busy}>
        {yes}
      </Button>
      <Button variant="default" disabled={busy} onClick={() => setAsking(false)}>
        {following.notYet}
      </Button>
    </div>
  );
}
