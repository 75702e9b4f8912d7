// The second factor of one's account: added, taken away, its codes on paper made anew.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Factors } from '../../api/types.ts';
import { Notice } from '../../shared/messages/notice.tsx';
import { Pending } from '../../shared/messages/states.tsx';
import card from '../../shared/page/card.module.css';
import { AddApp } from '../../shell/second-factor/add-app.tsx';
import { PasswordForm } from '../../shell/second-factor/password-form.tsx';
import {
  useFactors,
  useMakeCodes,
  useRemoveFactor,
} from '../../shell/second-factor/use-second-factor.ts';
import { useSecondFactorTexts } from '../../texts/form/second-factor.ts';
import { useOfficeFormat } from '../../texts/office-format.ts';

interface CardProps {
  /** To be shown this once. */
  onCodes: (codes: string[] | null) => void;
}

/** Does it once the password was given. */
function WithPassword({
  label,
  busy,
  error,
  onPassword,
}: {
  label: string;
  busy: boolean;
  error: Error | null;
  onPassword: (password: string) => void;
}) {
  const [open, setOpen] = useState(false);
  if (open) return <PasswordForm submit={label} busy={busy} error={error} onPassword={onPassword} />;
  return (
    <div>
      <Button variant="default" onClick={() => setOpen(true)}>
        {label}
      </Button>
    </div>
  );
}

function App({ factors: { totp, required }, onCodes }: { factors: Factors } & CardProps) {
  const { app, card: texts } = useSecondFactorTexts();
  const { moment } = useOfficeFormat();
  const remove = useRemoveFactor();
  return (
    <>
      <h3>{app.title}</h3>
      <p>{totp ? app.since(moment(totp.addedAt)) : app.why}</p>
      {remove.isSuccess && <Notice tone="good" title={texts.removed} announce />}
      <AddApp
        key={String(totp?.addedAt)}
        replaces={totp !== null}
        onAdded={({ recoveryCodes }) => onCodes(recoveryCodes)}
      />
      {totp && !required && (
        <WithPassword
          label={texts.remove}
          busy={remove.isPending}
          error={remove.error}
          onPassword={(password) => remove.mutate({ password, factor: 'totp' })}
        />
      )}
    </>
  );
}

function Codes({ left, onCodes }: { left: number } & CardProps) {
  const { codes } = useSecondFactorTexts();
  const make = useMakeCodes(onCodes);
  return (
    <>
      <h3>{codes.title}</h3>
      <p>{left > 0 ? codes.left(left) : codes.none}</p>
      <p>{codes.makeWhy}</p>
      <WithPassword
        label={codes.make}
        busy={make.isPending}
        error={make.error}
        onPassword={(password) => make.mutate(password)}
      />
    </>
  );
}

export function SecondFactorCard({ onCodes }: CardProps) {
  const texts = useSecondFactorTexts();
  const asked = useFactors();
  const { data } = asked;
  return (
    <section className={card.card} aria-labelledby="second-factor">
      <h2 id="second-factor">{texts.title}</h2>
      <Pending asked={asked} />
      {data && !data.hasPassword && <p>{texts.add.noPassword}</p>}
      {data?.hasPassword && (
        <>
          <p>
            {[data.totp ? texts.card.on : texts.card.off, data.required ? texts.card.needed : '']
              .join(' ')
              .trim()}
          </p>
          <App factors={data} onCodes={onCodes} />
          {data.totp && <Codes left={data.recoveryCodes} onCodes={onCodes} />}
        </>
      )}
    </section>
  );
}
