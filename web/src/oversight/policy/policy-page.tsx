// The policy in force: compared, edited, previewed, saved as a new version.
import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { problemIn, fieldError } from '../../api/problems.ts';
import type { Policy, PolicyInForce } from '../../api/types.ts';
import { policyInForce } from '../../shared/officers/offices.ts';
import { Pending } from '../../shared/messages/states.tsx';
import { useFormat } from '../../texts/format.ts';
import { OperationsPage } from '../part-page.tsx';
import { ChangeBar } from '../rules/change-bar.tsx';
import { mergeFields } from '../rules/merge.ts';
import { RecomputationProgress } from '../rules/progress.tsx';
import { useDraft } from '../rules/use-draft.ts';
import { Held } from '../rules/held.tsx';
import { useRuleChange } from '../rules/use-rule-change.ts';
import { useRulesTexts, useWords } from '../../texts/oversight.ts';
import { PolicyFields } from './policy-fields.tsx';
import {
  draftOf,
  faultsOf,
  limitPathsOf,
  numberPaths,
  type otherLimits,
  type PolicyDraft,
  policyOf,
} from './policy-form.ts';
import classes from './policy-page.module.css';

/** One line for each field that differs. */
function useChanges() {
  const { policy: texts } = useRulesTexts();
  const words = useWords();
  const labelOf = (path: string) => {
    const [group, name, kind] = path.split('.') as [string, string | undefined, string | undefined];
    if (group === 'rows') {
      const step = words.step(Number(name));
      return kind ? `${step}, ${texts.kinds[kind as keyof typeof texts.kinds]}` : step;
    }
    if (group === 'extensions') return texts.extensionOf(texts.kinds[name as keyof typeof texts.kinds]);
    if (group === 'whole') return texts.kinds[name as keyof typeof texts.kinds];
    return texts[group as (typeof otherLimits)[number]];
  };
  return (base: PolicyDraft, mine: PolicyDraft) => {
    const line = (label: string, from: string, to: string) => `${label}: ${from} → ${to}`;
    const limits = limitPathsOf(base, mine).flatMap((path) => {
      const [from, to] = [base.limits[path], mine.limits[path]].map((limit) =>
        limit ? `${limit.amount} ${texts.units[limit.unit]}` : texts.none(path),
      ) as [string, string];
      return from === to ? [] : [line(labelOf(path), from, to)];
    });
    const fields = [
      [texts.name, base.name, mine.name],
      [texts.warn, base.warnPercent, mine.warnPercent],
      ...numberPaths.map((path) => [texts.numbers[path], base.numbers[path], mine.numbers[path]] as const),
    ] as const;
    const others = fields.flatMap(([label, was, is]) => (was === is ? [] : [line(label, was, is)]));
    const from = (draft: PolicyDraft) => texts.firstResponseFroms[draft.firstResponseFrom];
    const owed = from(base) === from(mine) ? [] : [line(texts.firstResponseFrom, from(base), from(mine))];
    const basis = base.legalBasis === mine.legalBasis ? [] : [texts.legalBasis];
    return [...limits, ...owed, ...others, ...basis];
  };
}

interface PolicyEditorProps {
  inForce: PolicyInForce;
  shipped: Policy[];
  versions: PolicyInForce[];
}

function PolicyEditor({ inForce, shipped, versions }: PolicyEditorProps) {
  const { policy: texts } = useRulesTexts();
  const { moment } = useFormat();
  const draft = useDraft(
    // Of another name with each form that has other fields: what was typed into the one before does not fit.
    'policy-2',
    { revision: String(inForce.version), value: draftOf(inForce.policy) },
    { contentOf: (value) => value, merge: mergeFields },
  );
  const { base, mine } = draft;
  const [compared, setCompared] = useState('');
  const [tried, setTried] = useState(false);
  const changesBetween = useChanges();
  const { preview, save } = useRuleChange<Policy>({
    path: '/v1/policies/current',
    revision: base.revision,
    queryKey: keys.policy,
    saved: () => {
      draft.drop();
      setTried(false);
    },
  });
  const failed = save.error ?? preview.error;
  const problem = problemIn(failed);
  const faults = tried ? faultsOf(mine) : {};
  const errorOf = (path: string) => {
    const fault = faults[path];
    return fault ? texts[fault] : fieldError(problem, path);
  };
  const choices = [
    ...shipped.map((policy) => ({
      key: policy.name,
      name: policy.name,
      label: texts.shipped(policy.name),
      policy,
    })),
    ...versions
      .filter(({ version }) => version !== inForce.version)
      .map(({ version, policy, createdBy, createdAt }) => {
        const name = texts.version(version, policy.name);
        return {
          key: String(version),
          name,
          label: `${name}, ${texts.by(createdBy, moment(createdAt))}`,
          policy,
        };
      }),
  ];
  const other = choices.find(({ key }) => key === compared);
  return (
    <>
      <div className={classes.compare}>
        <p className={classes.version}>
          <strong>{texts.version(inForce.version, inForce.policy.name)}</strong>
          <span>{texts.by(inForce.createdBy, moment(inForce.createdAt))}</span>
        </p>
        <NativeSelect
          label={texts.compare}
          value={compared}
          data={[
            { value: '', label: texts.compareNone },
            ...choices.map(({ key, label }) => ({ value: key, label })),
          ]}
          onChange={({ currentTarget }) => setCompared(currentTarget.value)}
        />
        {other && (
          <Button variant="default" onClick={() => draft.change(draftOf(other.policy))}>
            {texts.fill(other.name)}
          </Button>
        )}
      </div>
      <Held saving={save.isPending}>
        <PolicyFields
          draft={mine}
          other={other ? draftOf(other.policy) : base.value}
          otherName={other?.name ?? texts.inForce}
          errorOf={errorOf}
          onChange={draft.change}
        />
      </Held>
      <ChangeBar
        draft={draft}
        body={policyOf(mine)}
        changes={changesBetween(base.value, mine)}
        check={() => {
          setTried(true);
          return Object.keys(faultsOf(mine)).length === 0;
        }}
        preview={preview}
        save={save}
      />
    </>
  );
}

export function PolicyPage() {
  const { policy: texts } = useRulesTexts();
  const inForce = useQuery({ ...policyInForce, staleTime: 0 });
  const shipped = useQuery({
    queryKey: keys.shippedPolicies,
    queryFn: async ({ signal }) => (await ask<{ items: Policy[] }>('/v1/policies/shipped', { signal })).items,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const versions = useQuery({
    queryKey: [...keys.policy, 'versions'],
    queryFn: async ({ signal }) => (await ask<{ items: PolicyInForce[] }>('/v1/policies', { signal })).items,
  });
  return (
    <OperationsPage title={texts.title} lead={texts.lead}>
      <RecomputationProgress />
      <Pending asked={inForce} />
      {inForce.data && (
        <PolicyEditor inForce={inForce.data} shipped={shipped.data ?? []} versions={versions.data ?? []} />
      )}
    </OperationsPage>
  );
}
