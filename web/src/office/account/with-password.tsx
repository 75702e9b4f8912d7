// A button that does what it says once the password was given.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { PasswordForm } from '../../shell/second-factor/password-form.tsx';

interface WithPasswordProps {
  label: string;
  /** What it is about, for those who hear the button only. */
  about?: string;
  busy: boolean;
  error: Error | null;
  onPassword: (password: string) => void;
}

export function WithPassword({ label, about, busy, error, onPassword }: WithPasswordProps) {
  const [open, setOpen] = useState(false);
  if (open) return <PasswordForm submit={label} busy={busy} error={error} onPassword={onPassword} />;
  return (
    <div>
      <Button variant="default" onClick={() => setOpen(true)}>
        <span>{label}</span>
        {about !== undefined && <span className="visually-hidden"> {about}</span>}
      </Button>
    </div>
  );
}
