// The fields of a decision, for one report or many.
import { NativeSelect, Textarea } from '@mantine/core';
import { useMemo } from 'react';
import type { OfficeAction } from '../../../../sop/terms.ts';
import { lettersIn } from '../../../../sop/texts/text.ts';
import { Failed } from '../../shared/messages/states.tsx';
import { useUser } from '../../session.tsx';
import { useTemplates } from '../queries.ts';
import { useOffices } from '../../shared/officers/offices.ts';
import { OfficeField } from '../../shared/officers/picking/office-field.tsx';
import { type OfficeTexts, useOfficeTexts } from '../../texts/office.ts';
import type { Item, Report } from '../../api/types.ts';
import { ChangesField } from '../correcting/changes-field.tsx';
import { DuplicateField } from '../duplicates/duplicate-field.tsx';
import { useSuggestions } from '../duplicates/use-suggestions.ts';
import type { FieldName, Fields, Words } from './words.ts';
import { longest } from '../../shared/forms/longest.ts';
import { isUnstaffed } from '../sure/staffed.ts';
import { Sure } from '../sure/sure.tsx';

interface DecisionFieldsProps {
  action: OfficeAction;
  /** The reporter has heard from us before. */
  further: boolean;
  fields: Fields;
  words: Words;
  errors: Partial<Record<FieldName, string>>;
  /** That the text has at least (reading 32); 0: any number. */
  letters: number;
  onChange: (to: Partial<Words>) => void;
  /** When it is one. */
  report?: Report | undefined;
  /** When they are many, the oldest first. */
  among?: readonly Item[];
}

const nobody: readonly Item[] = [];

function labelsOf(
  action: OfficeAction,
  further: boolean,
  { reason: need }: Fields,
  { deciding }: OfficeTexts,
) {
  const reasons: Partial<Record<OfficeAction, string>> = {
    dispose: deciding.remark,
    recall: deciding.reasonReporter,
    correct: deciding.reasonReporter,
    extend: deciding.reasonReporter,
    return: deciding.reasonOffices,
    reject: need === 'optional' ? deciding.reasonReporterOptional : deciding.reasonReporter,
    'request-completion': deciding.missing,
  };
  const texts: Partial<Record<OfficeAction, string>> = {
    respond: further ? deciding.textFurther : deciding.textRespond,
    'request-completion': deciding.toldAlready,
    told: deciding.told,
    ask: deciding.textAsk,
  };
  return { reason: reasons[action] ?? deciding.reason, text: texts[action] ?? deciding.text };
}

function Templates({ action, onPick }: { action: OfficeAction; onPick: (text: string) => void }) {
  const { deciding } = useOfficeTexts();
  const fitting = useTemplates().data?.items.filter((template) => template.action === action) ?? [];
  if (fitting.length === 0) return null;
  return (
    <NativeSelect
      label={deciding.template}
      value=""
      onChange={({ currentTarget }) => {
        const picked = fitting.find(({ id }) => String(id) === currentTarget.value);
        if (picked) onPick(picked.text);
      }}
      data={[
        { value: '', label: deciding.templatePick },
        ...fitting.map(({ id, title }) => ({ value: String(id), label: title })),
      ]}
    />
  );
}

export function DecisionFields({
  action,
  further,
  fields,
  words,
  errors,
  letters,
  onChange,
  report,
  among = nobody,
}: DecisionFieldsProps) {
  const texts = useOfficeTexts();
  const { deciding } = texts;
  const user = useUser();
  const offices = useOffices();
  const own = user?.office.id;
  const below = useMemo(
    () => offices.data?.filter(({ parentId, successorId }) => parentId === own && !successorId),
    [offices.data, own],
  );
  const suggestions = useSuggestions(report, fields.officeId !== undefined);
  const labels = labelsOf(action, further, fields, texts);
  const pick = (field: 'reason' | 'text') => (text: string) =>
    onChange({ [field]: words[field].trim() ? `${words[field].trimEnd()}\n\n${text}` : text });
  const spoken = fields.text === 'required' ? 'text' : 'reason';
  return (
    <>
      {fields.officeId && (
        <OfficeField
          label={fields.officeId === 'required' ? deciding.office : deciding.officeOptional}
          required={fields.officeId === 'required'}
          none={fields.officeId === 'optional' ? deciding.officeLater : undefined}
          offices={below}
          empty={deciding.noOffices}
          suggestions={suggestions}
          warns
          value={words.officeId}
          error={errors.officeId}
          onChange={(officeId) => onChange({ officeId })}
        />
      )}
      {fields.officeId && !offices.data && offices.error && (
        <Failed error={offices.error} again={() => void offices.refetch()} />
      )}
      {isUnstaffed(below, words.officeId) && (
        <Sure key={words.officeId} title={deciding.nobodyThere} label={deciding.nobodyThereSure} />
      )}
      {fields.duplicateOf && (
        <DuplicateField
          number={report?.number ?? among[0]?.number}
          among={among}
          value={words.duplicateOf}
          required={fields.duplicateOf === 'required'}
          error={errors.duplicateOf}
          onChange={(duplicateOf) => onChange({ duplicateOf })}
        />
      )}
      {fields.changes && report && (
        <ChangesField
          report={report}
          value={words.changes}
          error={errors.changes}
          onChange={(changes) => onChange({ changes })}
        />
      )}
      {(fields.text === 'required' || fields.reason === 'required') && (
        <Templates action={action} onPick={pick(spoken)} />
      )}
      {(['reason', 'text'] as const).map(
        (field) =>
          fields[field] && (
            <Textarea
              key={field}
              label={labels[field]}
              description={
                field === 'text' && letters > 0 ? deciding.letters(lettersIn(words.text), letters) : undefined
              }
              name={field}
              autosize
              minRows={fields[field] === 'optional' ? 2 : field === 'text' ? 8 : 4}
              maxRows={20}
              maxLength={longest[field]}
              required={fields[field] === 'required'}
              withAsterisk={false}
              value={words[field]}
              error={errors[field]}
              onChange={({ currentTarget }) => onChange({ [field]: currentTarget.value })}
            />
          ),
      )}
    </>
  );
}
