// Adds an office below another.
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { asProblem } from '../../api/problems.ts';
import type { NewOffice, Office } from '../../api/types.ts';
import { announce } from '../../shell/announcer.tsx';
import card from '../../shell/card.module.css';
import { Notice } from '../../shell/notice.tsx';
import { Failed, Loading, titleOf } from '../../shell/states.tsx';
import { useTexts } from '../../texts/texts.tsx';
import { fieldError } from '../field-error.ts';
import { depthOf, useOffices } from '../offices.ts';
import { OperationsPage } from '../part-page.tsx';
import { usePeopleTexts } from '../texts/people.ts';
import { useWords } from '../texts/words.ts';
import { useKept } from '../use-kept.ts';
import { type OfficeDraft, OfficeFields, type Zone } from './office-fields.tsx';
import classes from './people.module.css';

const levels = ['national', 'agency', 'echelon1', 'upt'] as const;

function NewOfficeForm({ parent }: { parent: Office }) {
  const texts = usePeopleTexts();
  const words = useWords();
  const all = useTexts();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const { value, change, clear } = useKept<OfficeDraft & { id: string }>(`new-office-${parent.id}`, {
    id: '',
    name: '',
    timeZone: parent.timeZone as Zone,
    email: '',
  });
  const [tried, setTried] = useState(false);
  const add = useMutation({
    mutationFn: (body: NewOffice) => ask<unknown>('/v1/offices', { method: 'POST', body }),
    onSuccess: async (_, { name }) => {
      clear();
      await client.invalidateQueries({ queryKey: keys.offices });
      announce(texts.place.added(name));
      navigate('/operasi/kantor');
    },
  });
  const problem = add.error ? asProblem(add.error) : undefined;
  const level = levels[depthOf(parent) + 1] ?? 'upt';
  const missing = (field: string) => (field === 'id' || field === 'name') && !value[field].trim();
  const errorOf = (field: string) => {
    if (tried && missing(field)) return texts.required;
    return field === 'id' && problem?.code === 'office-exists'
      ? titleOf(problem, all)
      : fieldError(problem, field);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing('id') || missing('name')) return;
    const { id, name, timeZone, email } = value;
    add.mutate({
      id: id.trim(),
      name,
      level,
      parentId: parent.id,
      timeZone,
      email: email || null,
    });
  };
  return (
    <form className={`${card.card} ${classes.form}`} onSubmit={submit} noValidate>
      <dl className={classes.facts}>
        <dt>{texts.place.parent}</dt>
        <dd>{parent.name}</dd>
        <dt>{texts.place.level}</dt>
        <dd>{words.level[level]}</dd>
      </dl>
      <TextInput
        label={texts.place.id}
        description={texts.place.idHint}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={value.id}
        error={errorOf('id')}
        onChange={({ currentTarget }) => change({ id: currentTarget.value })}
      />
      <OfficeFields value={value} errorOf={errorOf} onChange={change} />
      {problem && <Failed error={problem} />}
      <div className={classes.buttons}>
        <Button type="submit" loading={add.isPending}>
          {texts.place.add}
        </Button>
        <Button component={Link} href="/operasi/kantor" variant="default" onClick={clear}>
          {texts.cancel}
        </Button>
      </div>
    </form>
  );
}

export function NewOfficePage() {
  const { place: texts } = usePeopleTexts();
  const [search] = useSearchParams();
  const { data, error, isPending, refetch } = useOffices();
  const parent = data?.find(({ id, level }) => id === search.get('di') && level !== 'upt');
  return (
    <OperationsPage title={texts.add} lead={parent && texts.addLead(parent.name)}>
      {isPending && <Loading />}
      {error && <Failed error={error} again={() => void refetch()} />}
      {data && !parent && (
        <Notice tone="warn" title={texts.parentFirst}>
          <Link href="/operasi/kantor">{texts.title}</Link>
        </Notice>
      )}
      {parent && <NewOfficeForm parent={parent} />}
    </OperationsPage>
  );
}
