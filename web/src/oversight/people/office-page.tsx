// One office: name, time zone, address; in service or not.
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useParams } from 'wouter';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { asProblem } from '../../api/problems.ts';
import type { Office, OfficeChange } from '../../api/types.ts';
import card from '../../shell/card.module.css';
import { Notice } from '../../shell/notice.tsx';
import { Failed, Loading } from '../../shell/states.tsx';
import { changedFields } from '../changed-fields.ts';
import { fieldError } from '../field-error.ts';
import { useAllOffices } from '../offices.ts';
import { OperationsPage } from '../part-page.tsx';
import { usePeopleTexts } from '../texts/people.ts';
import { useWords } from '../texts/words.ts';
import { useKept } from '../use-kept.ts';
import { ActiveCard } from './active-card.tsx';
import { type OfficeDraft, OfficeFields, type Zone } from './office-fields.tsx';
import classes from './people.module.css';

function useChangeOffice(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: OfficeChange) =>
      ask<unknown>(`/v1/offices/${encodeURIComponent(id)}`, { method: 'PATCH', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.offices }),
  });
}

function OfficeForm({ office }: { office: Office }) {
  const texts = usePeopleTexts();
  const { id, name, timeZone, email } = office;
  const known: OfficeDraft = { name, timeZone: timeZone as Zone, email: email ?? '' };
  const { value, change, clear } = useKept(`office-${id}`, known);
  const [tried, setTried] = useState<'nothing' | 'something'>();
  const save = useChangeOffice(id);
  const problem = save.error ? asProblem(save.error) : undefined;
  const errorOf = (field: string) =>
    tried && field === 'name' && !value.name.trim() ? texts.required : fieldError(problem, field);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { email: address, ...fields } = changedFields(known, value);
    const changed = { ...fields, ...(address !== undefined && { email: address || null }) };
    setTried(Object.keys(changed).length === 0 ? 'nothing' : 'something');
    if (!value.name.trim() || Object.keys(changed).length === 0) return;
    save.mutate(changed, { onSuccess: clear });
  };
  return (
    <form className={`${card.card} ${classes.form}`} onSubmit={submit} noValidate>
      <OfficeFields value={value} errorOf={errorOf} onChange={change} />
      {problem && <Failed error={problem} />}
      {save.isSuccess && tried === 'something' && <Notice tone="good" title={texts.saved} announce />}
      {tried === 'nothing' && <Notice tone="info" title={texts.nothing} announce />}
      <div className={classes.buttons}>
        <Button type="submit" loading={save.isPending}>
          {texts.save}
        </Button>
      </div>
    </form>
  );
}

function OfficeActive({ office }: { office: Office }) {
  const { place: texts } = usePeopleTexts();
  const change = useChangeOffice(office.id);
  return (
    <ActiveCard
      active={office.active ?? true}
      words={texts}
      sure={texts.sure(office.name)}
      saving={change.isPending}
      error={change.error}
      onChange={(active) => change.mutate({ active })}
    />
  );
}

export function OfficePage() {
  const { place: texts } = usePeopleTexts();
  const words = useWords();
  const { id } = useParams<{ id: string }>();
  const { data, error, isPending, refetch } = useAllOffices();
  const office = data?.find((candidate) => candidate.id === decodeURIComponent(id));
  return (
    <OperationsPage
      title={office ? texts.edit(office.name) : texts.title}
      lead={office && `${words.level[office.level]} · ${office.id}`}
    >
      {isPending && <Loading />}
      {error && <Failed error={error} again={() => void refetch()} />}
      {data && !office && <Notice tone="warn" title={texts.notFound} />}
      {office && (
        <div className={classes.cards}>
          <OfficeForm office={office} />
          {office.level !== 'national' && <OfficeActive office={office} />}
        </div>
      )}
    </OperationsPage>
  );
}
