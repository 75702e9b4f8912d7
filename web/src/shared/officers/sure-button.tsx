// A button that asks once more before it does what cannot be taken back.
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import classes from '../../office/forms.module.css';
import { useOfficeTexts } from '../../texts/office.ts';

interface SureButtonProps {
  label: string;
  /** What it is about, for those who hear the button only. */
  about: string;
  question: string;
  busy: boolean;
  onSure: () => void;
}

export function SureButton({ label, about, question, busy, onSure }: SureButtonProps) {
  const { frame } = useOfficeTexts();
  const [asking, setAsking] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) first.current?.focus();
  }, [asking]);
  if (!asking) {
    return (
      <Button variant="default" size="sm" loading={busy} onClick={() => setAsking(true)}>
        {label}
        <span className="visually-hidden"> {about}</span>
      </Button>
    );
  }
  const sure = () => {
    setAsking(false);
    onSure();
  };
  return (
    <span className={classes.buttons} role="group" aria-label={question}>
      <strong role="alert">{question}</strong>
      <Button ref={first} size="sm" onClick={sure}>
        {label}
      </Button>
      <Button size="sm" variant="default" onClick={() => setAsking(false)}>
        {frame.cancel}
      </Button>
    </span>
  );
}
