// The second factor of one's account: added, taken away, its codes on paper made anew.
import type { Factors } from '../../api/types.ts';
import { Notice } from '../../shared/messages/notice.tsx';
import { Pending } from '../../shared/messages/states.tsx';
import card from '../../shared/page/card.module.css';
import { AddApp } from '../../shell/second-factor/add-app.tsx';
import { useFactors, useMakeCodes, useRemoveFactor } from '../../shell/second-factor/use-second-factor.ts';
import { useSecondFactorTexts } from '../../texts/form/second-factor.ts';
import { useOfficeFormat } from '../../texts/office-format.ts';
import { Passkeys } from './passkeys.tsx';
import { WithPassword } from './with-password.tsx';

interface CardProps {
  /** To be shown this once. */
  onCodes: (codes: string[] | null) => void;
}

function App({ factors: { totp, required, passkeys }, onCodes }: { factors: Factors } & CardProps) {
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
      {totp && (!required || passkeys.length > 0) && (
        <WithPassword
          label={texts.remove}
          about={app.title}
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
  const { title, add, card: texts } = useSecondFactorTexts();
  const asked = useFactors();
  const { data } = asked;
  const has = data !== undefined && (data.totp !== null || data.passkeys.length > 0);
  const says = [has ? texts.on : texts.off, data?.required ? texts.needed : ''];
  return (
    <section className={card.card} aria-labelledby="second-factor">
      <h2 id="second-factor">{title}</h2>
      <Pending asked={asked} />
      {data && !data.hasPassword && <p>{add.noPassword}</p>}
      {data?.hasPassword && (
        <>
          <p>{says.join(' ').trim()}</p>
          <App factors={data} onCodes={onCodes} />
          <Passkeys factors={data} onCodes={onCodes} />
          {has && <Codes left={data.recoveryCodes} onCodes={onCodes} />}
        </>
      )}
    </section>
  );
}
