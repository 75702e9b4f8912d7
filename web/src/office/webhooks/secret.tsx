// A signing secret, shown this once.
import { Button } from '@mantine/core';
import { Notice } from '../../shared/messages/notice.tsx';
import { CopyButton } from '../../shared/forms/copy-button.tsx';
import classes from '../forms.module.css';
import { useOfficeTexts } from '../../texts/office.ts';

export function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { desk, frame } = useOfficeTexts();
  return (
    <Notice tone="warn" title={desk.webhooks.secret} announce>
      <p>{desk.webhooks.secretOnce}</p>
      <code className={classes.secret} data-testid="secret" translate="no">
        {secret}
      </code>
      <div className={classes.buttons}>
        <CopyButton label={frame.copy} text={secret} />
        <Button variant="default" onClick={onClose}>
          {frame.close}
        </Button>
      </div>
    </Notice>
  );
}
