// Sets up an authenticator app: the password, its key as a QR code, the first code.
import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { AddedFactor, StartedTotp } from '../../api/types.ts';
import { CopyButton } from '../../shared/forms/copy-button.tsx';
import { useSecondFactorTexts } from '../../texts/form/second-factor.ts';
import { CodeForm } from './code-form.tsx';
import { PasswordForm } from './password-form.tsx';
import classes from './second-factor.module.css';
import { useConfirmApp, useStartApp } from './use-second-factor.ts';

const Square = lazy(() => import('../../shared/square/square.tsx'));

interface AddAppProps {
  /** There is one already. */
  replaces?: boolean;
  onAdded: (added: AddedFactor) => void;
}

function Setup({ started: { secret, uri }, onAdded }: { started: StartedTotp } & AddAppProps) {
  const { app } = useSecondFactorTexts();
  const confirm = useConfirmApp(onAdded);
  return (
    <>
      <div className={classes.ways}>
        <Suspense>
          <Square content={uri} label={app.square} />
        </Suspense>
        <div>
          <p>{app.scan}</p>
          <p>{app.orType}</p>
          <code className={classes.secret} translate="no" data-testid="totp-secret">
            {secret.match(/.{1,4}/g)?.join(' ')}
          </code>
          <CopyButton label={app.copy} text={secret} />
        </div>
      </div>
      <CodeForm
        label={app.thenCode}
        digits
        submit={app.confirm}
        busy={confirm.isPending}
        error={confirm.error}
        onCode={(code) => confirm.mutate(code)}
      />
    </>
  );
}

export function AddApp({ replaces = false, onAdded }: AddAppProps) {
  const { app } = useSecondFactorTexts();
  const [open, setOpen] = useState(false);
  const start = useStartApp();
  const label = replaces ? app.replace : app.start;
  if (start.data) return <Setup started={start.data} onAdded={onAdded} />;
  if (!open) {
    return (
      <div>
        <Button variant="default" onClick={() => setOpen(true)}>
          {label}
        </Button>
      </div>
    );
  }
  return (
    <PasswordForm
      submit={label}
      busy={start.isPending}
      error={start.error}
      onPassword={(password) => start.mutate(password)}
    />
  );
}
