// Changes what is known of an officer or an office: only what differs is sent.
import { Button } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import { type ReactNode, type SubmitEvent, useEffect, useState } from 'react';
import { problemIn } from '../../api/problems.ts';
import card from '../../shared/page/card.module.css';
import { Notice } from '../../shared/messages/notice.tsx';
import { Failed } from '../../shared/messages/states.tsx';
import { changedFields } from './changed-fields.ts';
import { focusWrong } from '../../shared/forms/focus-wrong.ts';
import { usePeopleTexts } from '../../texts/oversight.ts';
import { useKept } from '../../shared/state/use-kept.ts';
import { type Draft, type FieldsProps, missingOf, useErrorOf } from './fields.ts';
import classes from './people.module.css';

type Changed<T> = { [K in keyof T]?: (K extends 'email' ? T[K] | null : T[K]) | undefined };

interface EditFormProps<T> {
  /** Under which name what is typed is kept. */
  kept: string;
  known: T;
  needed: readonly (keyof T)[];
  save: UseMutationResult<unknown, Error, Changed<T>>;
  /** What is said when it went well; absent: that it is saved. */
  saved?: string | undefined;
  /** Fields that stand there besides, and show what is wrong with them. */
  besides?: readonly string[];
  renderFields: (props: FieldsProps<T>) => ReactNode;
}

export function EditForm<T extends Draft>(props: EditFormProps<T>) {
  const { kept, known, needed, save, saved, besides = [], renderFields } = props;
  const texts = usePeopleTexts();
  const { value, change, clear } = useKept<T>(`tuntas.form.${kept}`, known);
  const [tried, setTried] = useState<'nothing' | 'something'>();
  // Once it is drawn.
  useEffect(() => {
    if (save.error) focusWrong();
  }, [save.error]);
  const problem = problemIn(save.error);
  const errorOf = useErrorOf(value, { needed, tried: tried !== undefined, problem });
  const isPlaced = [...Object.keys(value), ...besides].some((field) => errorOf(field) !== undefined);
  const onChange = (next: Partial<T>) => {
    change(next);
    setTried(undefined);
    save.reset();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { email, ...others } = changedFields<T>(known, value);
    const changed = { ...others, ...(email !== undefined && { email: email || null }) } as Changed<T>;
    setTried(Object.keys(changed).length === 0 ? 'nothing' : 'something');
    if (missingOf(value, needed).length > 0) focusWrong();
    else if (Object.keys(changed).length > 0) save.mutate(changed, { onSuccess: clear });
  };
  return (
    <form className={`${card.card} ${classes.form}`} onSubmit={submit} noValidate>
      {renderFields({ value, errorOf, onChange })}
      {problem && !isPlaced && <Failed error={problem} />}
      {save.isSuccess && tried === 'something' && (
        <Notice tone="good" title={saved ?? texts.saved} announce />
      )}
      {tried === 'nothing' && <Notice tone="info" title={texts.nothing} announce />}
      <div className={classes.buttons}>
        <Button type="submit" loading={save.isPending}>
          {texts.save}
        </Button>
      </div>
    </form>
  );
}
