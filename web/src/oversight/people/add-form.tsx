// Adds an officer or an office, under a name that cannot be changed later.
import { Button, TextInput } from '@mantine/core';
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, type SubmitEvent, useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { ask } from '../../api/client.ts';
import { problemIn } from '../../api/problems.ts';
import { announce } from '../../shared/messages/announcer.tsx';
import card from '../../shared/page/card.module.css';
import { Failed, titleOf } from '../../shared/messages/states.tsx';
import { useTexts } from '../../texts/texts.tsx';
import { focusWrong } from '../../shared/forms/focus-wrong.ts';
import { usePeopleTexts } from '../../texts/oversight.ts';
import { useKept } from '../../shared/state/use-kept.ts';
import { type Draft, type FieldsProps, missingOf, useErrorOf } from './fields.ts';
import { listWith } from './made.ts';
import classes from './people.module.css';

interface AddFormProps<T, Body> {
  /** Under which name what is typed is kept. */
  kept: string;
  empty: T;
  needed: readonly (keyof T)[];
  /**
   * The field of the lasting name, its words, the API's word for one that is taken; and what is proposed as long as
   * nobody typed another one.
   */
  lasting: {
    field: keyof T & string;
    label: string;
    hint: string;
    taken: string;
    propose?: (name: string) => string;
  };
  /** Where it is sent to, what it makes stale, and the page to go to. */
  path: string;
  queryKey: QueryKey;
  list: string;
  words: { add: string; added: (name: string) => string };
  bodyOf: (value: T) => Body;
  before?: ReactNode;
  /** `lastingField`: to be placed among them. */
  renderFields: (props: FieldsProps<T>, lastingField: ReactNode) => ReactNode;
}

export function AddForm<T extends Draft, Body>(props: AddFormProps<T, Body>) {
  const { kept, empty, needed, lasting, path, queryKey, list, words, bodyOf, before, renderFields } = props;
  const { cancel } = usePeopleTexts();
  const texts = useTexts();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const { value, change, clear } = useKept<T>(`tuntas.form.${kept}`, empty);
  const [tried, setTried] = useState(false);
  const add = useMutation({
    mutationFn: (body: Body) => ask<unknown>(path, { method: 'POST', body }),
    onSuccess: async () => {
      clear();
      await client.invalidateQueries({ queryKey });
      announce(words.added(value.name));
      navigate(listWith(list, String(value[lasting.field]).trim()));
    },
  });
  // Once it is drawn.
  useEffect(() => {
    if (add.error) focusWrong();
  }, [add.error]);
  const problem = problemIn(add.error);
  const errorAt = useErrorOf(value, { needed, tried, problem });
  const errorOf = (field: string) =>
    errorAt(field) ??
    (field === lasting.field && problem?.code === lasting.taken ? titleOf(problem, texts) : undefined);
  const isPlaced = [...Object.keys(value), 'password', 'why'].some((field) => errorOf(field) !== undefined);
  const { field, propose } = lasting;
  const onChange = (next: Partial<T>) => {
    const isProposed = ['', propose?.(value.name)].includes(String(value[field]));
    change({
      ...(propose && isProposed && next.name !== undefined && { [field]: propose(next.name) }),
      ...next,
    });
    add.reset();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (missingOf(value, needed).length > 0) focusWrong();
    else add.mutate(bodyOf(value));
  };
  return (
    <form className={`${card.card} ${classes.form}`} onSubmit={submit} noValidate>
      {before}
      {renderFields(
        { value, errorOf, onChange },
        <TextInput
          label={lasting.label}
          description={lasting.hint}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={String(value[field])}
          error={errorOf(field)}
          onChange={({ currentTarget }) => onChange({ [field]: currentTarget.value } as Partial<T>)}
        />,
      )}
      {problem && !isPlaced && <Failed error={problem} />}
      <div className={classes.buttons}>
        <Button type="submit" loading={add.isPending}>
          {words.add}
        </Button>
        <Button component={Link} href={list} variant="default" onClick={clear}>
          {cancel}
        </Button>
      </div>
    </form>
  );
}
