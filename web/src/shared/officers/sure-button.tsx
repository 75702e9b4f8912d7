// A button that asks once more before it does what cannot be taken back.
import { Button, type ButtonProps } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useOfficersTexts } from '../../texts/officers.ts';
import classes from './officers.module.css';

interface SureButtonProps extends Pick<ButtonProps, 'size' | 'color'> {
  label: string;
  /** What it is about, for those who hear the button only. */
  about?: string;
  /** Undefined: there is nothing to be asked, it does it at once. */
  question: string | undefined;
  busy: boolean;
  onSure: () => void;
}

export function SureButton({ label, about, question, busy, onSure, size = 'sm', color }: SureButtonProps) {
  const { cancel } = useOfficersTexts();
  const [asking, setAsking] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const yes = useRef<HTMLButtonElement>(null);
  const before = useRef({ asking, busy });
  useEffect(() => {
    const answered = (before.current.asking && !asking) || (before.current.busy && !busy);
    if (asking) yes.current?.focus();
    // What had the focus has gone, or was disabled while it was busy.
    else if (answered && document.activeElement === document.body) first.current?.focus();
    before.current = { asking, busy };
  }, [asking, busy]);
  const answer = (sure: boolean) => {
    setAsking(false);
    if (sure) onSure();
  };
  if (!asking) {
    return (
      <Button
        ref={first}
        variant="default"
        size={size}
        loading={busy}
        onClick={() => (question === undefined ? answer(true) : setAsking(true))}
      >
        {label}
        {about !== undefined && <span className="visually-hidden"> {about}</span>}
      </Button>
    );
  }
  return (
    <span className={classes.buttons} role="group" aria-label={question}>
      <strong role="alert">{question}</strong>
      <Button ref={yes} size={size} {...(color !== undefined && { color })} onClick={() => answer(true)}>
        {label}
      </Button>
      <Button size={size} variant="default" onClick={() => answer(false)}>
        {cancel}
      </Button>
    </span>
  );
}
