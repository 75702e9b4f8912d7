// For who lost the number of a report: national finds it by exactly the contact that was given; each find is a look (reading 33).
import { Button, TextInput } from '@mantine/core';
import { IconUserSearch } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { Link } from 'wouter';
import { oneLine } from '../../../../sop/texts/text.ts';
import { ask } from '../../api/client.ts';
import type { Item, Items } from '../../api/types.ts';
import { useUser } from '../../session.tsx';
import { longest } from '../../shared/forms/longest.ts';
import { Failed } from '../../shared/messages/states.tsx';
import { Dialog } from '../../shared/officers/frame/dialog.tsx';
import { useOfficeFormat } from '../../texts/office-format.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import form from '../deciding/deciding.module.css';
import classes from '../report/report.module.css';

export function ContactSearch() {
  const { contact: texts } = useOfficeTexts().finding;
  const user = useUser();
  const [open, setOpen] = useState(false);
  if (user?.office.level !== 'national' || user.role === 'ops') return null;
  return (
    <>
      <Button
        variant="default"
        size="xs"
        aria-label={texts.title}
        leftSection={<IconUserSearch size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {texts.short}
      </Button>
      {open && <ContactDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function ContactDialog({ onClose }: { onClose: () => void }) {
  const { finding, frame } = useOfficeTexts();
  const { contact: texts } = finding;
  const [contact, setContact] = useState('');
  const [tried, setTried] = useState(false);
  const find = useMutation({
    mutationFn: (sought: string) =>
      ask<Items>('/v1/complaints/by-contact', { method: 'POST', body: { contact: sought } }),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const sought = oneLine(contact);
    setTried(true);
    if (sought) find.mutate(sought);
  };
  const found = find.data?.items;
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <form className={form.form} onSubmit={submit} noValidate>
        <TextInput
          data-autofocus
          label={texts.field}
          description={texts.why}
          maxLength={longest.email}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={contact}
          error={tried && !oneLine(contact) && frame.required}
          onChange={({ currentTarget }) => {
            setContact(currentTarget.value);
            // What was found is of another contact.
            find.reset();
          }}
        />
        <div className={form.buttons}>
          <Button type="submit" loading={find.isPending}>
            {texts.find}
          </Button>
          <Button variant="default" onClick={onClose}>
            {frame.close}
          </Button>
        </div>
        {find.error && <Failed error={find.error} />}
        <p role="status">{found && texts.found(found.length)}</p>
        {found && found.length > 0 && <Found items={found} onClose={onClose} />}
      </form>
    </Dialog>
  );
}

function Found({ items, onClose }: { items: readonly Item[]; onClose: () => void }) {
  const { finding, words } = useOfficeTexts();
  const { brief } = useOfficeFormat();
  return (
    <ul className={classes.plain} aria-label={finding.contact.list}>
      {items.map(({ number, title, status, holder, receivedAt }) => (
        <li key={number}>
          <Link href={`/kantor/laporan/${number}`} onClick={onClose}>
            {title}
          </Link>
          <p className={classes.by}>
            {[number, words.statuses[status], holder.name, brief(receivedAt)].join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}
