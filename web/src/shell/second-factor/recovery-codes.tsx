// The codes on paper, shown this once.
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { CopyButton } from '../../shared/forms/copy-button.tsx';
import { Notice } from '../../shared/messages/notice.tsx';
import card from '../../shared/page/card.module.css';
import { Page } from '../../shared/page/page.tsx';
import { useSecondFactorTexts } from '../../texts/form/second-factor.ts';
import classes from './second-factor.module.css';

interface RecoveryCodesProps {
  codes: readonly string[];
  username: string;
  /** They are kept. */
  onDone: () => void;
}

/** A page of its own, so that nothing else is on the paper. */
export function RecoveryCodesPage({ codes, username, onDone }: RecoveryCodesProps) {
  const { codes: texts } = useSecondFactorTexts();
  return (
    <Page title={texts.title}>
      <div className={card.card}>
        <Notice tone="warn" title={texts.once} announce>
          <p>{texts.onceWhy}</p>
        </Notice>
        <p>{texts.of(username)}</p>
        <ol className={classes.codes} translate="no" data-testid="recovery-codes">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <div className={`${classes.buttons} no-print`}>
          <CopyButton label={texts.copy} text={codes.join('\n')} />
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            onClick={() => window.print()}
          >
            {texts.print}
          </Button>
          <Button onClick={onDone}>{texts.done}</Button>
        </div>
      </div>
    </Page>
  );
}
