// A new text, or a changed one.
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { lettersIn, manyLines, oneLine } from '../../../../sop/texts/text.ts';
import { ask } from '../../api/client.ts';
import { named } from '../../shared/forms/options.ts';
import { announce } from '../../shared/messages/announcer.tsx';
import { Failed } from '../../shared/messages/states.tsx';
import classes from '../deciding/deciding.module.css';
import { lettersFor } from '../deciding/words.ts';
import { Dialog } from '../../shared/officers/frame/dialog.tsx';
import { officeKeys } from '../keys.ts';
import { usePolicy } from '../queries.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import type { Template } from '../../api/types.ts';
import { longest } from '../../shared/forms/longest.ts';

export type Content = Pick<Template, 'action' | 'title' | 'text'>;

interface TemplateFormProps {
  /** Undefined: a new one. */
  template: Template | undefined;
  onClose: () => void;
  onSaved: (content: Content) => void;
}

/** The API keeps one text for an action and title; one that gets another name is written anew. */
async function save(content: Content, before: Template | undefined): Promise<void> {
  await ask('/v1/templates', { method: 'PUT', body: content });
  const renamed = before && (before.title !== content.title || before.action !== content.action);
  if (renamed) await ask(`/v1/templates/${before.id}`, { method: 'DELETE' });
}

export function TemplateForm({ template, onClose, onSaved }: TemplateFormProps) {
  const { deciding, desk, frame } = useOfficeTexts();
  const { templates: texts } = desk;
  const policy = usePolicy();
  const client = useQueryClient();
  const [content, setContent] = useState<Content>({
    action: template?.action ?? 'answer',
    title: template?.title ?? '',
    text: template?.text ?? '',
  });
  const [tried, setTried] = useState(false);
  // Something to begin with may be shorter; what is sent may not.
  const letters = lettersFor(content.action, 0, policy);
  const put = useMutation({
    mutationFn: (said: Content) => save(said, template),
    onSuccess: async (_, said) => {
      announce(texts.saved);
      await client.invalidateQueries({ queryKey: officeKeys.templates });
      onSaved(said);
    },
    onError: () => client.invalidateQueries({ queryKey: officeKeys.templates }),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    const said = { ...content, title: oneLine(content.title), text: manyLines(content.text) };
    if (said.title && said.text) put.mutate(said);
  };
  const missing = (value: string) => (tried && !value.trim() ? frame.required : undefined);
  return (
    <Dialog onClose={onClose} title={template ? `${texts.edit}: ${template.title}` : texts.add}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <NativeSelect
          label={texts.action}
          value={content.action}
          data={named(texts.for)}
          onChange={({ currentTarget }) =>
            setContent({ ...content, action: currentTarget.value as Content['action'] })
          }
        />
        <TextInput
          label={texts.name}
          maxLength={longest.templateTitle}
          value={content.title}
          error={missing(content.title)}
          onChange={({ currentTarget }) => setContent({ ...content, title: currentTarget.value })}
        />
        <Textarea
          label={texts.text}
          description={letters > 0 ? deciding.letters(lettersIn(content.text), letters) : undefined}
          autosize
          minRows={6}
          maxRows={20}
          maxLength={longest.text}
          value={content.text}
          error={missing(content.text)}
          onChange={({ currentTarget }) => setContent({ ...content, text: currentTarget.value })}
        />
        {put.error && <Failed error={put.error} />}
        <div className={classes.buttons}>
          <Button type="submit" loading={put.isPending}>
            {frame.save}
          </Button>
          <Button variant="default" onClick={onClose}>
            {frame.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
