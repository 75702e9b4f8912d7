// Every limit of the policy in its group; beside each, what it is in the policy compared with.
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { Fragment } from 'react';
import { named } from '../../shared/forms/options.ts';
import { Section } from '../../shared/officers/section.tsx';
import { useRulesTexts, useWords } from '../../texts/oversight.ts';
import { ExtensionAdder } from './extension-adder.tsx';
import { KindAdder } from './kind-adder.tsx';
import { LimitInput } from './limit-input.tsx';
import {
  extensionPathsOf,
  kindPathsOf,
  type LimitDraft,
  type LimitPath,
  type NumberPath,
  numberPaths,
  type OptionalPath,
  otherLimits,
  type PolicyDraft,
  stepNumbers,
  type WholeKind,
  wholeKinds,
} from './policy-form.ts';
import classes from './policy-page.module.css';

const isOfLetters = (path: string) => path.startsWith('letters.');

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
  const inWords = (limit: LimitDraft | undefined) => limit && `${limit.amount} ${texts.units[limit.unit]}`;
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
        other={
          inWords(now) === inWords(then)
            ? undefined
            : texts.other(otherName, inWords(then) ?? texts.none(path))
        }
        onChange={(next) => change({ [path]: next })}
        {...(onRemove && { onRemove })}
      />
    );
  };
  const without = (path: OptionalPath) => () => {
    const { [path]: _gone, ...limits } = draft.limits;
    onChange({ ...draft, limits });
  };
  const text = (path: string, label: string, [now, then]: [string, string], write: (to: string) => void) => (
    <TextInput
      key={path}
      label={label}
      inputMode="numeric"
      autoComplete="off"
      value={now}
      error={errorOf(path)}
      description={now === then ? undefined : texts.other(otherName, then)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      onChange={({ currentTarget }) => write(currentTarget.value)}
    />
  );
  const number = (path: NumberPath) =>
    text(path, texts.numbers[path], [draft.numbers[path], other.numbers[path]], (to) =>
      onChange({ ...draft, numbers: { ...draft.numbers, [path]: to } }),
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
              limit(path, `${step}. ${texts.kinds[path.split('.')[2] as WholeKind]}`, without(path)),
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
      <Section title={texts.extensions} why={texts.extensionsWhy}>
        {extensionPathsOf(draft).map((path) =>
          limit(path, texts.extensionOf(texts.kinds[path.split('.')[1] as WholeKind]), without(path)),
        )}
        <ExtensionAdder draft={draft} onAdd={(path, first) => change({ [path]: first })} />
      </Section>
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
          {text('warnAtFraction', texts.warn, [draft.warnPercent, other.warnPercent], (warnPercent) =>
            onChange({ ...draft, warnPercent }),
          )}
          {numberPaths.filter((path) => !isOfLetters(path)).map(number)}
        </div>
      </Section>
      <Section title={texts.letters}>
        <div className={classes.numbers}>{numberPaths.filter(isOfLetters).map(number)}</div>
      </Section>
    </>
  );
}
