// An access key that was just made, shown this once.
import type { ReactNode } from 'react';
import { CopyButton } from '../../shared/forms/copy-button.tsx';
import { Notice } from '../../shared/messages/notice.tsx';
import { useRenewalTexts } from '../../texts/form/renewal.ts';
import classes from './renewal.module.css';

export function NewKey({ made, children }: { made: string; children?: ReactNode }) {
  const texts = useRenewalTexts();
  return (
    <Notice tone="warn" title={texts.made} announce>
      <p>{texts.madeWhy}</p>
      <p>
        <code className={classes.key} data-testid="new-key" translate="no">
          {made}
        </code>
      </p>
      <div className={classes.buttons}>
        <CopyButton label={texts.copy} text={made} />
        {children}
      </div>
    </Notice>
  );
}
