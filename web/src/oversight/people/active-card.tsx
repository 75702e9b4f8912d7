// Takes an officer or an office out of service, after a second question, or puts it back.
import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Failed } from '../../shared/messages/states.tsx';
import { Section } from '../../shared/officers/section.tsx';
import { usePeopleTexts } from '../../texts/oversight.ts';
import classes from './people.module.css';

interface ActiveCardProps {
  active: boolean;
  words: {
    deactivate: string;
    deactivateWhy: string;
    activate: string;
    activateWhy: string;
  };
  /** The second question. */
  sure: string;
  saving: boolean;
  error: Error | null;
  /** Stands in the place of the button. */
  instead?: ReactNode;
  onChange: (active: boolean) => void;
}

export function ActiveCard({ active, words, sure, saving, error, instead, onChange }: ActiveCardProps) {
  const texts = usePeopleTexts();
  const [asked, setAsked] = useState(false);
  const yes = useRef<HTMLButtonElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const before = useRef({ asked, saving });
  useEffect(() => {
    const answered = (before.current.asked && !asked) || (before.current.saving && !saving);
    if (asked) yes.current?.focus();
    else if (answered) first.current?.focus();
    before.current = { asked, saving };
  }, [asked, saving]);
  const act = active ? words.deactivate : words.activate;
  const go = () => {
    setAsked(false);
    onChange(!active);
  };
  return (
    <Section title={act} why={active ? words.deactivateWhy : words.activateWhy}>
      {error && <Failed error={error} />}
      {instead ??
        (asked ? (
          <div role="group" aria-label={sure} className={classes.buttons}>
            <strong>{sure}</strong>
            <Button ref={yes} color="red" onClick={go}>
              {act}
            </Button>
            <Button variant="default" onClick={() => setAsked(false)}>
              {texts.cancel}
            </Button>
          </div>
        ) : (
          <div className={classes.buttons}>
            <Button
              ref={first}
              variant="default"
              loading={saving}
              onClick={() => (active ? setAsked(true) : go())}
            >
              {act}
            </Button>
          </div>
        ))}
    </Section>
  );
}
