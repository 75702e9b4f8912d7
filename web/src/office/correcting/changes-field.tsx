// What is wrong about the report: what stands there, and beside it what it is to be (reading 19).
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { DateInput } from '../../shared/days/date-input.tsx';
import { asWritten } from '../../shared/days/written.ts';
import { confidentialities, kinds } from '../../../../sop/terms.ts';
import type { Report } from '../../api/types.ts';
import { CategoryCombo } from '../../shared/categories/category-combo.tsx';
import { longest } from '../../shared/forms/longest.ts';
import { named } from '../../shared/forms/options.ts';
import { RegionField } from '../../shared/regions/region-field.tsx';
import { useOfficeTexts } from '../../texts/office.ts';
import classes from '../deciding/deciding.module.css';
import { changedBy, type Changes, changesIn } from '../deciding/words.ts';

interface ChangesFieldProps {
  report: Report;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

export function ChangesField({ report, value, error, onChange }: ChangesFieldProps) {
  const { deciding, words } = useOfficeTexts();
  const texts = deciding.changes;
  const changes = changesIn(value);
  const is = changedBy(report, value);
  const change = (to: Changes) => {
    // What is as it stands is no change.
    const stands = { ...report, region: report.region?.code ?? null };
    const left = Object.entries({ ...changes, ...to }).filter(
      ([field, one]) => one !== stands[field as keyof Changes],
    );
    onChange(left.length > 0 ? JSON.stringify(Object.fromEntries(left)) : '');
  };
  const was = (field: keyof Changes, said: string | null) =>
    field in changes ? texts.was(said || texts.empty) : undefined;
  const raised = confidentialities.slice(confidentialities.indexOf(report.confidentiality));
  return (
    <fieldset className={classes.changes}>
      <legend>{texts.title}</legend>
      <NativeSelect
        label={texts.kind}
        description={was('kind', words.kinds[report.kind])}
        value={is.kind}
        data={named(words.kinds, kinds)}
        onChange={({ currentTarget }) => change({ kind: currentTarget.value as Report['kind'] })}
      />
      {is.kind === 'pengaduan' && (
        <Checkbox
          label={texts.oversight}
          checked={is.oversight}
          onChange={({ currentTarget }) => change({ oversight: currentTarget.checked })}
        />
      )}
      <TextInput
        label={texts.subject}
        description={was('title', report.title)}
        maxLength={longest.title}
        value={is.title}
        onChange={({ currentTarget }) => change({ title: currentTarget.value })}
      />
      <CategoryCombo
        label={texts.category}
        description={was('category', report.category)}
        value={is.category ?? ''}
        onChange={(category) => change({ category: category || null })}
      />
      <TextInput
        label={texts.place}
        description={was('place', report.place)}
        maxLength={longest.place}
        value={is.place ?? ''}
        onChange={({ currentTarget }) => change({ place: currentTarget.value || null })}
      />
      <div role="group" aria-label={texts.region}>
        {'region' in changes && <p className={classes.hint}>{was('region', report.region?.words ?? null)}</p>}
        <RegionField
          value={(changes.region === undefined ? report.region?.code : changes.region) ?? ''}
          onChange={(region) => change({ region: region || null })}
        />
      </div>
      <DateInput
        label={texts.happenedOn}
        description={was('happenedOn', report.happenedOn && asWritten(report.happenedOn))}
        value={is.happenedOn ?? ''}
        onChange={(day) => change({ happenedOn: day || null })}
      />
      <NativeSelect
        label={texts.confidentiality}
        description={was('confidentiality', words.confidentialities[report.confidentiality])}
        value={is.confidentiality}
        data={named(words.confidentialities, raised)}
        onChange={({ currentTarget }) =>
          change({ confidentiality: currentTarget.value as Report['confidentiality'] })
        }
      />
      {error && (
        <p role="alert" className={classes.wrong}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
