// reading 25: the limits of one kind of report may be extended.
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { named } from '../../shared/forms/options.ts';
import { useRulesTexts } from '../../texts/oversight.ts';
import {
  type ExtensionPath,
  type LimitDraft,
  type PolicyDraft,
  type WholeKind,
  wholeKinds,
} from './policy-form.ts';
import classes from './policy-page.module.css';

interface ExtensionAdderProps {
  draft: PolicyDraft;
  /** It begins empty. */
  onAdd: (path: ExtensionPath, first: LimitDraft) => void;
}

export function ExtensionAdder({ draft, onAdd }: ExtensionAdderProps) {
  const { policy: texts } = useRulesTexts();
  const [kind, setKind] = useState<WholeKind>('informasi');
  const path: ExtensionPath = `extensions.${kind}`;
  return (
    <div className={classes.kinds}>
      <NativeSelect
        label={texts.extensionKind}
        value={kind}
        data={named(texts.kinds, wholeKinds)}
        onChange={({ currentTarget }) => setKind(currentTarget.value as WholeKind)}
      />
      <Button
        variant="default"
        disabled={draft.limits[path] !== undefined}
        onClick={() => onAdd(path, { amount: '', unit: 'workingDays' })}
      >
        {texts.addExtension}
      </Button>
    </div>
  );
}
