// Every limit of the policy in its group; beside each, what it is in the policy compared with.
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { Fragment } from 'react';
import { named } from '../../shared/forms/options.ts';
import { Section } from '../../shared/officers/section.tsx';
import { useRulesTexts, useWords } from '../../texts/oversight.ts';
import { KindAdder } from './kind-adder.tsx';
import { LimitInput } from './limit-input.tsx';
import {
  kindPathsOf,
  type LimitDraft,
  type LimitPath,
  otherLimits,
  type PolicyDraft,
  stepNumbers,
  type WholeKind,
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
  const inWords = (limit: LimitDraft | undefined) =>
    limit ? `${limit.amount} ${texts.units[limit.unit]}` : texts.noKind;
  const change = (limits: Partial<PolicyDraft['limits']>) =>
    onChange({ ...draft, limits: { ...draft.limits, ...limits } });
  const limit = (path: LimitPath, label: string, onRemove?: () => void) => {
    const [now, then] = [draft.limits[path], other.limits[path]];
    if (!now) return null;
    return (
      <LimitInput
        key={path}
        label={label}
        limit={now}
        error={errorOf(path)}
        other={inWords(now) === inWords(then) ? undefined : texts.other(otherName, inWords(then))}
        onChange={(next) => change({ [path]: next })}
        {...(onRemove && { onRemove })}
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
        {stepNumbers.map((step) => (
          <Fragment key={step}>
            {limit(`rows.${step}`, `${step}. ${words.steps[Number(step) as 1]}`)}
            {kindPathsOf(step, draft).map((path) =>
              limit(path, `${step}. ${texts.kinds[path.split('.')[2] as WholeKind]}`, () => {
                const { [path]: _gone, ...limits } = draft.limits;
                onChange({ ...draft, limits });
              }),
            )}
          </Fragment>
        ))}
        <KindAdder draft={draft} onAdd={(path, like) => change({ [path]: like })} />
      </Section>
      <div className={classes.pair}>
        <Section title={texts.whole} why={texts.wholeWhy}>
          {wholeKinds.map((kind) => limit(`whole.${kind}`, texts.kinds[kind]))}
        </Section>
        <Section title={texts.others}>
          {otherLimits.map((path) => limit(path, texts[path]))}
          <NativeSelect
            label={texts.firstResponseFrom}
            value={draft.firstResponseFrom}
            data={named(texts.firstResponseFroms, ['echelon1', 'agency'] as const)}
            description={
              draft.firstResponseFrom === other.firstResponseFrom
                ? undefined
                : texts.other(otherName, texts.firstResponseFroms[other.firstResponseFrom])
            }
            onChange={({ currentTarget }) =>
              onChange({ ...draft, firstResponseFrom: currentTarget.value as 'echelon1' | 'agency' })
            }
          />
        </Section>
      </div>
      <Section title={texts.legalBasis} why={texts.legalBasisWhy}>
        <Textarea
          aria-label={texts.legalBasis}
          autosize
          minRows={2}
          value={draft.legalBasis}
          error={errorOf('legalBasis')}
          onChange={({ currentTarget }) => onChange({ ...draft, legalBasis: currentTarget.value })}
        />
      </Section>
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
