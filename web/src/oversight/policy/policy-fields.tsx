// Every limit of the policy in its group; beside each, what it is in the policy compared with.
import { TextInput } from '@mantine/core';
import { Section } from '../../shared/officers/section.tsx';
import { useRulesTexts, useWords } from '../../texts/oversight.ts';
import { LimitInput } from './limit-input.tsx';
import {
  type LimitDraft,
  type LimitPath,
  otherLimits,
  type PolicyDraft,
  stepNumbers,
  wholeKinds,
} from './policy-form.ts';
import classes from './policy-page.module.css';

interface PolicyFieldsProps {
  draft: PolicyDraft;
  other: PolicyDraft;
  otherName: string;
  errorOf: (path: string) => string | undefined;
  onChange: (draft: PolicyDraft) => void;
}

export function PolicyFields({ draft, other, otherName, errorOf, onChange }: PolicyFieldsProps) {
  const { policy: texts } = useRulesTexts();
  const words = useWords();
  const inWords = ({ amount, unit }: LimitDraft) => `${amount} ${texts.units[unit]}`;
  const limit = (path: LimitPath, label: string) => {
    const [now, then] = [draft.limits[path], other.limits[path]];
    return (
      <LimitInput
        key={path}
        label={label}
        limit={now}
        error={errorOf(path)}
        other={inWords(now) === inWords(then) ? undefined : texts.other(otherName, inWords(then))}
        onChange={(next) => onChange({ ...draft, limits: { ...draft.limits, [path]: next } })}
      />
    );
  };
  const text = (
    field: 'warnPercent' | 'returnsBeforeBinding' | 'maxObjections',
    path: string,
    label: string,
  ) => (
    <TextInput
      label={label}
      inputMode="numeric"
      autoComplete="off"
      value={draft[field]}
      error={errorOf(path)}
      description={draft[field] === other[field] ? undefined : texts.other(otherName, other[field])}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      onChange={({ currentTarget }) => onChange({ ...draft, [field]: currentTarget.value })}
    />
  );
  return (
    <>
      <Section title={texts.steps}>
        <TextInput
          label={texts.name}
          className={classes.name}
          value={draft.name}
          error={errorOf('name')}
          onChange={({ currentTarget }) => onChange({ ...draft, name: currentTarget.value })}
        />
        {stepNumbers.map((step) => limit(`rows.${step}`, `${step}. ${words.steps[Number(step) as 1]}`))}
      </Section>
      <div className={classes.pair}>
        <Section title={texts.whole} why={texts.wholeWhy}>
          {wholeKinds.map((kind) => limit(`whole.${kind}`, texts.kinds[kind]))}
        </Section>
        <Section title={texts.others}>{otherLimits.map((path) => limit(path, texts[path]))}</Section>
      </div>
      <Section title={texts.alerts}>
        <div className={classes.numbers}>
          {text('warnPercent', 'warnAtFraction', texts.warn)}
          {text('returnsBeforeBinding', 'returnsBeforeBinding', texts.binding)}
          {text('maxObjections', 'maxObjections', texts.objections)}
        </div>
      </Section>
    </>
  );
}
