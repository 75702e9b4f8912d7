// reading 29: a step gets a limit of its own for one kind of report.
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { named } from '../../shared/forms/options.ts';
import { useRulesTexts, useWords } from '../../texts/oversight.ts';
import {
  type KindPath,
  type LimitDraft,
  type PolicyDraft,
  stepNumbers,
  type WholeKind,
  wholeKinds,
} from './policy-form.ts';
import classes from './policy-page.module.css';

interface KindAdderProps {
  draft: PolicyDraft;
  /** It begins as the limit of every report. */
  onAdd: (path: KindPath, like: LimitDraft) => void;
}

export function KindAdder({ draft, onAdd }: KindAdderProps) {
  const { policy: texts } = useRulesTexts();
  const words = useWords();
  const [step, setStep] = useState<(typeof stepNumbers)[number]>('4');
  const [kind, setKind] = useState<WholeKind>('informasi');
  const path: KindPath = `rows.${step}.${kind}`;
  return (
    <div className={classes.kinds}>
      <NativeSelect
        label={texts.kindStep}
        value={step}
        data={stepNumbers.map((value) => ({ value, label: `${value}. ${words.steps[Number(value) as 1]}` }))}
        onChange={({ currentTarget }) => setStep(currentTarget.value as typeof step)}
      />
      <NativeSelect
        label={texts.kindOf}
        value={kind}
        data={named(texts.kinds, wholeKinds)}
        onChange={({ currentTarget }) => setKind(currentTarget.value as WholeKind)}
      />
      <Button
        variant="default"
        disabled={draft.limits[path] !== undefined}
        onClick={() => onAdd(path, draft.limits[`rows.${step}`])}
      >
        {texts.addKind}
      </Button>
    </div>
  );
}
