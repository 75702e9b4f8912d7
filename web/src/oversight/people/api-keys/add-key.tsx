// Makes an API key for an office.
import { Button, Checkbox, TextInput } from '@mantine/core';
import { DateInput } from '../../../shared/days/date-input.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useEffect, useMemo, useState } from 'react';
import { ask } from '../../../api/client.ts';
import { keys } from '../../../api/keys.ts';
import { fieldError, problemIn } from '../../../api/problems.ts';
import type { NewApiKey } from '../../../api/types.ts';
import { focusWrong } from '../../../shared/forms/focus-wrong.ts';
import { Failed } from '../../../shared/messages/states.tsx';
import { useAllOffices } from '../../../shared/officers/offices.ts';
import { OfficeField } from '../../../shared/officers/picking/office-field.tsx';
import card from '../../../shared/page/card.module.css';
import { useApiKeyTexts, usePeopleTexts } from '../../../texts/oversight.ts';
import classes from '../people.module.css';

interface AddKeyProps {
  /** Gets the key, which is shown once. */
  onMade: (key: string) => void;
  onClose: () => void;
}

const empty: NewApiKey = { officeId: '', name: '', scopes: [], expiresOn: '' };

export function AddKey({ onMade, onClose }: AddKeyProps) {
  const texts = useApiKeyTexts();
  const { required, cancel } = usePeopleTexts();
  const client = useQueryClient();
  const { data } = useAllOffices();
  const offices = useMemo(() => data?.filter(({ active }) => active !== false), [data]);
  const [value, setValue] = useState(empty);
  const [tried, setTried] = useState(false);
  const add = useMutation({
    mutationFn: () => ask<{ key: string }>('/v1/api-keys', { method: 'POST', body: value }),
    onSuccess: ({ key }) => {
      void client.invalidateQueries({ queryKey: keys.apiKeys });
      onMade(key);
    },
  });
  const problem = problemIn(add.error);
  // Once it is drawn.
  useEffect(() => {
    if (add.error) focusWrong();
  }, [add.error]);
  const change = (some: Partial<NewApiKey>) => {
    add.reset();
    setValue({ ...value, ...some });
  };
  const errorOf = (field: keyof NewApiKey) =>
    tried && value[field].length === 0 ? required : fieldError(problem, field);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(value).some((one) => one.length === 0)) focusWrong();
    else add.mutate();
  };
  return (
    <form className={`${card.card} ${classes.form}`} onSubmit={submit} noValidate>
      <h2>{texts.add}</h2>
      <OfficeField
        label={texts.office}
        offices={offices}
        value={value.officeId}
        error={errorOf('officeId')}
        onChange={(officeId) => change({ officeId })}
      />
      <TextInput
        label={texts.name}
        description={texts.nameHint}
        autoComplete="off"
        maxLength={80}
        value={value.name}
        error={errorOf('name')}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
      />
      <Checkbox.Group
        label={texts.scopes}
        value={value.scopes}
        error={errorOf('scopes')}
        onChange={(scopes) => change({ scopes })}
      >
        <div className={classes.choices}>
          {Object.entries(texts.scopeNames).map(([scope, name]) => (
            <Checkbox key={scope} value={scope} label={name} description={<code>{scope}</code>} />
          ))}
        </div>
      </Checkbox.Group>
      <DateInput
        label={texts.expiresOn}
        description={texts.expiresHint}
        value={value.expiresOn}
        error={errorOf('expiresOn')}
        onChange={(day) => change({ expiresOn: day })}
      />
      {problem && problem.fields.length === 0 && <Failed error={problem} />}
      <div className={classes.buttons}>
        <Button type="submit" loading={add.isPending}>
          {texts.add}
        </Button>
        <Button variant="default" onClick={onClose}>
          {cancel}
        </Button>
      </div>
    </form>
  );
}
