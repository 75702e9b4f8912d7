// The form for filing a report for somebody.
import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useMemo, useRef } from 'react';
import { channels, confidentialities, kinds } from '../../../../sop/terms.ts';
import { named } from '../../shared/forms/options.ts';
import { useUser } from '../../session.tsx';
import card from '../../shared/page/card.module.css';
import { Failed, Loading } from '../../shared/messages/states.tsx';
import classes from '../forms.module.css';
import { chainAbove } from '../../shared/officers/office-tree.ts';
import { useOffices } from '../../shared/officers/offices.ts';
import { OfficeField } from '../../shared/officers/picking/office-field.tsx';
import { useOfficeTexts } from '../../texts/office.ts';
import type { Filed, Office } from '../../api/types.ts';
import { type FilingField, useFiling } from './use-filing.ts';
import { longest } from '../../shared/forms/longest.ts';
import { CategoryCombo } from '../../shared/categories/category-combo.tsx';
import { Usually } from '../../shared/categories/usually.tsx';
import { DayField } from '../../shared/days/day-field.tsx';
import { PointField } from '../../shared/regions/point-field.tsx';
import { RegionField } from '../../shared/regions/region-field.tsx';
import { useTexts } from '../../texts/texts.tsx';
import { useWhereTexts } from '../../texts/form/where.ts';
import { isUnstaffed } from '../sure/staffed.ts';
import { asksForSure, Sure } from '../sure/sure.tsx';

interface FormProps {
  offices: readonly Office[];
  agencyId: string;
  onFiled: (filed: Filed) => void;
}

function Form({ offices, agencyId, onFiled }: FormProps) {
  const { additions, deciding, desk, words, frame } = useOfficeTexts();
  const { filing } = desk;
  const form = useRef<HTMLFormElement>(null);
  const { values, change, problem, isPending, dayFault, errorOf, submit } = useFiling(agencyId, onFiled);
  const where = useWhereTexts();
  const told = useTexts();
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (asksForSure(form.current)) return;
    const lacking = submit();
    if (lacking) form.current?.querySelector<HTMLElement>(`[name="${lacking}"]`)?.focus();
  };
  const text = (field: Exclude<FilingField, 'oversight' | 'point' | 'happenedOn'>, label: string) => ({
    label,
    name: field,
    value: values[field],
    error: errorOf(field, frame.required),
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      change({ [field]: currentTarget.value }),
  });
  const agencies = useMemo(
    () => offices.filter(({ level, successorId }) => level === 'agency' && !successorId),
    [offices],
  );
  return (
    <form ref={form} className={classes.list} onSubmit={send} noValidate>
      <section className={card.card} aria-labelledby="report">
        <h2 id="report">{filing.report}</h2>
        <div className={classes.pair}>
          <NativeSelect {...text('kind', filing.kind)} data={named(words.kinds, kinds)} />
          <NativeSelect {...text('channel', filing.channel)} data={named(words.channels, channels)} />
        </div>
        <TextInput {...text('title', filing.subject)} maxLength={longest.title} />
        <Textarea
          {...text('description', filing.description)}
          autosize
          minRows={6}
          maxRows={24}
          maxLength={longest.text}
        />
        <div className={classes.pair}>
          <OfficeField
            label={filing.agency}
            offices={agencies}
            none={filing.national}
            warns
            value={values.agencyId}
            error={errorOf('agencyId', frame.required)}
            onChange={(agencyId) => change({ agencyId })}
          />
          <div>
            <CategoryCombo
              name="category"
              label={filing.category}
              value={values.category}
              error={errorOf('category', frame.required)}
              onChange={(category) => change({ category })}
            />
            <Usually {...values} onAddress={(agencyId) => change({ agencyId })} />
          </div>
        </div>
        <RegionField
          value={values.region}
          error={errorOf('region', frame.required)}
          onChange={(region) => change({ region })}
        />
        <PointField
          ofOther={filing.pointWhy}
          value={values.point}
          region={values.region}
          error={errorOf('point', frame.required)}
          onChange={(point) => change({ point })}
        />
        <div className={classes.pair}>
          <TextInput {...text('place', where.place)} description={where.placeWhy} maxLength={longest.place} />
          <DayField
            name="happenedOn"
            label={told.words.happenedOn}
            value={values.happenedOn}
            error={errorOf('happenedOn', dayFault ? told.filing.errors[dayFault] : frame.required)}
            onChange={(happenedOn) => change({ happenedOn })}
          />
        </div>
        {isUnstaffed(agencies, values.agencyId) && (
          <Sure key={values.agencyId} title={deciding.nobodyThere} label={deciding.nobodyThereSure} />
        )}
        <NativeSelect
          {...text('confidentiality', filing.confidentiality)}
          data={named(words.confidentialities, confidentialities)}
        />
        <Checkbox
          label={filing.oversight}
          description={filing.oversightHint}
          disabled={values.kind !== 'pengaduan'}
          checked={values.kind === 'pengaduan' && values.oversight}
          onChange={({ currentTarget }) => change({ oversight: currentTarget.checked })}
        />
        <div className={classes.pair}>
          <TextInput
            {...text('source', filing.source)}
            description={additions.references.sourceWhy}
            autoComplete="off"
            maxLength={longest.source}
          />
          <TextInput
            {...text('outsideId', filing.outsideId)}
            description={additions.references.numberWhy}
            autoComplete="off"
            maxLength={longest.outsideId}
          />
        </div>
      </section>
      <section className={card.card} aria-labelledby="reporter">
        <h2 id="reporter">{filing.reporter}</h2>
        <TextInput {...text('name', filing.name)} autoComplete="off" maxLength={longest.name} />
        <div className={classes.pair}>
          <TextInput {...text('email', filing.email)} type="email" autoComplete="off" />
          <TextInput {...text('phone', filing.phone)} type="tel" autoComplete="off" />
          <TextInput
            {...text('nik', filing.nik)}
            inputMode="numeric"
            autoComplete="off"
            maxLength={longest.nik}
          />
        </div>
      </section>
      {problem && <Failed error={problem} />}
      <div>
        <Button type="submit" loading={isPending}>
          {filing.submit}
        </Button>
      </div>
    </form>
  );
}

export function FilingForm({ onFiled }: { onFiled: (filed: Filed) => void }) {
  const user = useUser();
  const { data: offices = [] } = useOffices();
  if (!user || offices.length === 0) return <Loading />;
  const agency = chainAbove(offices, user.office.id).find(({ level }) => level === 'agency');
  return <Form offices={offices} agencyId={agency?.id ?? ''} onFiled={onFiled} />;
}
