// The texts that the office shares: added, changed, removed.
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconPlus, IconTemplate } from '@tabler/icons-react';
import { useState } from 'react';
import { ask } from '../../api/client.ts';
import { announce } from '../../shared/messages/announcer.tsx';
import card from '../../shared/page/card.module.css';
import { Page } from '../../shared/page/page.tsx';
import { Empty, Failed, Pending } from '../../shared/messages/states.tsx';
import { useInSight } from '../../shared/state/in-sight.ts';
import { useOfficeFormat } from '../../texts/office-format.ts';
import classes from '../forms.module.css';
import { officeKeys } from '../keys.ts';
import { useTemplates } from '../queries.ts';
import { SureButton } from '../../shared/officers/sure-button.tsx';
import { useOfficeTexts } from '../../texts/office.ts';
import type { Template } from '../../api/types.ts';
import { type Content, TemplateForm } from './template-form.tsx';

function One({ template, made, onEdit }: { template: Template; made: boolean; onEdit: () => void }) {
  const { desk, frame } = useOfficeTexts();
  const { templates: texts } = desk;
  const { moment } = useOfficeFormat();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => ask<void>(`/v1/templates/${template.id}`, { method: 'DELETE' }),
    onSuccess: () => {
      announce(texts.removed);
      void client.invalidateQueries({ queryKey: officeKeys.templates });
    },
  });
  const { title, text, action, updatedBy, updatedAt } = template;
  return (
    <li className={`${card.card} ${classes.item}`} data-made={made || undefined}>
      <div className={classes.head}>
        <h2>{title}</h2>
        <span className={classes.muted}>{texts.for[action]}</span>
      </div>
      <p className={classes.text}>{text}</p>
      <p className={classes.muted}>{texts.by(updatedBy, moment(updatedAt))}</p>
      {remove.error && <Failed error={remove.error} />}
      <div className={classes.buttons}>
        <Button variant="default" size="sm" onClick={onEdit}>
          {texts.edit}
          <span className="visually-hidden"> {title}</span>
        </Button>
        <SureButton
          label={frame.remove}
          about={title}
          question={texts.removeSure(title)}
          busy={remove.isPending}
          onSure={() => remove.mutate()}
        />
      </div>
    </li>
  );
}

export function TemplatesPage() {
  const { templates: texts } = useOfficeTexts().desk;
  const asked = useTemplates();
  const { data } = asked;
  const [editing, setEditing] = useState<Template | 'new'>();
  const [made, setMade] = useState<Content>();
  const isMade = ({ action, title }: Template) => action === made?.action && title === made.title;
  useInSight(made ? `${made.action} ${made.title}` : null, data?.items.some(isMade) ?? false);
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      actions={
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEditing('new')}>
          {texts.add}
        </Button>
      }
    >
      <Pending asked={asked} />
      {data?.items.length === 0 && (
        <Empty icon={<IconTemplate size={28} />} title={texts.none}>
          <p>{texts.noneWhy}</p>
        </Empty>
      )}
      <ul className={classes.list}>
        {data?.items.map((template) => (
          <One
            key={template.id}
            template={template}
            made={isMade(template)}
            onEdit={() => setEditing(template)}
          />
        ))}
      </ul>
      {editing && (
        <TemplateForm
          template={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onSaved={(content) => {
            setEditing(undefined);
            setMade(content);
          }}
        />
      )}
    </Page>
  );
}
