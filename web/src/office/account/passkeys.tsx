// The passkeys of one's account: each by its name, added, taken away.
import type { Factors } from '../../api/types.ts';
import { AddPasskey } from '../../shell/second-factor/add-passkey.tsx';
import { hasPasskeys } from '../../shell/second-factor/use-passkey.ts';
import { useRemoveFactor } from '../../shell/second-factor/use-second-factor.ts';
import { useSecondFactorTexts } from '../../texts/form/second-factor.ts';
import { useOfficeFormat } from '../../texts/office-format.ts';
import classes from '../forms.module.css';
import { WithPassword } from './with-password.tsx';

type Passkey = Factors['passkeys'][number];

function Row({ passkey, last }: { passkey: Passkey; last: boolean }) {
  const { passkey: texts, card } = useSecondFactorTexts();
  const { moment } = useOfficeFormat();
  const remove = useRemoveFactor();
  const { id, name, addedAt, lastUsedAt } = passkey;
  return (
    <li>
      <p>
        <strong>{name}</strong>{' '}
        <span className={classes.muted}>
          {texts.facts(moment(addedAt), lastUsedAt && moment(lastUsedAt))}
        </span>
      </p>
      {!last && (
        <WithPassword
          label={card.remove}
          about={name}
          busy={remove.isPending}
          error={remove.error}
          onPassword={(password) => remove.mutate({ password, factor: id })}
        />
      )}
    </li>
  );
}

interface PasskeysProps {
  factors: Factors;
  onCodes: (codes: string[] | null) => void;
}

export function Passkeys({ factors: { passkeys, passkeysHere, totp, required }, onCodes }: PasskeysProps) {
  const { passkey } = useSecondFactorTexts();
  const last = required && totp === null && passkeys.length === 1;
  return (
    <>
      <h3>{passkey.title}</h3>
      <p>{passkey.why}</p>
      {passkeys.length > 0 && (
        <ul className={classes.list}>
          {passkeys.map((one) => (
            <Row key={one.id} passkey={one} last={last} />
          ))}
        </ul>
      )}
      {passkeysHere && hasPasskeys() ? (
        <AddPasskey onAdded={({ recoveryCodes }) => onCodes(recoveryCodes)} />
      ) : (
        <p>{passkey.notHere}</p>
      )}
    </>
  );
}
