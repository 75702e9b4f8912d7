// Adds a passkey: its name, the password, the browser's dialog.
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AddedFactor } from '../../api/types.ts';
import { useSecondFactorTexts } from '../../texts/form/second-factor.ts';
import { PasswordForm } from './password-form.tsx';
import classes from './second-factor.module.css';
import { useAddPasskey } from './use-passkey.ts';

export function AddPasskey({ onAdded }: { onAdded: (added: AddedFactor) => void }) {
  const { passkey } = useSecondFactorTexts();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const add = useAddPasskey((added) => {
    setOpen(false);
    setName('');
    onAdded(added);
  });
  if (!open) {
    return (
      <div>
        <Button variant="default" onClick={() => setOpen(true)}>
          {passkey.add}
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.form}>
      <TextInput
        label={passkey.name}
        description={passkey.nameHint}
        maxLength={60}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <PasswordForm
        submit={passkey.add}
        busy={add.isPending}
        error={add.error}
        onPassword={(password) => add.mutate({ name: name.trim() || passkey.unnamed, password })}
      />
    </div>
  );
}
