// An API key that was just made, shown this once.
import { Button } from '@mantine/core';
import { CopyButton } from '../../../shared/forms/copy-button.tsx';
import { Notice } from '../../../shared/messages/notice.tsx';
import { useApiKeyTexts } from '../../../texts/oversight.ts';
import classes from '../people.module.css';

export function MadeKey({ text, onClose }: { text: string; onClose: () => void }) {
  const texts = useApiKeyTexts();
  return (
    <Notice tone="warn" title={texts.once} announce>
      <p>{texts.onceWhy}</p>
      <code className={classes.key} data-testid="api-key" translate="no">
        {text}
      </code>
      <div className={classes.buttons}>
        <CopyButton label={texts.copy} text={text} />
        <Button variant="default" onClick={onClose}>
          {texts.close}
        </Button>
      </div>
    </Notice>
  );
}
