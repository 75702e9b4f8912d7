// Operations at a glance: how every part of the system is, and the workflow of a report in the Temporal UI.
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { Link } from 'wouter';
import { ask } from '../../api/client.ts';
import { complaintPath } from '../../api/paths.ts';
import { problemIn } from '../../api/problems.ts';
import type { Report } from '../../api/types.ts';
import { Notice } from '../../shared/messages/notice.tsx';
import { Failed } from '../../shared/messages/states.tsx';
import { Section } from '../../shared/officers/section.tsx';
import { OperationsPage } from '../part-page.tsx';
import { useOperationsTexts, useWords } from '../../texts/oversight.ts';
import { temporalPath, useConsole } from '../../shared/officers/console.ts';
import { OutsideLink } from '../../shared/officers/outside-link.tsx';
import { Cockpit } from './cockpit/cockpit.tsx';
import { PassedOverSection } from './passed-over.tsx';
import classes from './operations.module.css';

function FindWorkflow({ pathOf }: { pathOf: (number?: string) => string | undefined }) {
  const { temporal: texts } = useOperationsTexts();
  const words = useWords();
  const [typed, setTyped] = useState('');
  const [missing, setMissing] = useState(false);
  const find = useMutation({
    mutationFn: (number: string) => ask<Report>(complaintPath(number)),
  });
  const problem = problemIn(find.error);
  const notFound = problem?.code === 'not-found';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const number = typed.trim().toUpperCase();
    setMissing(!number);
    if (number) find.mutate(number);
  };
  const path = find.data && pathOf(find.data.number);
  return (
    <Section title={texts.title} why={texts.why}>
      <form className={classes.find} onSubmit={submit} noValidate>
        <TextInput
          label={texts.number}
          placeholder="LAP-2026-000001"
          autoCapitalize="characters"
          spellCheck={false}
          value={typed}
          error={missing ? texts.required : notFound ? texts.notFound : undefined}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Button type="submit" loading={find.isPending}>
          {texts.find}
        </Button>
      </form>
      {problem && !notFound && <Failed error={problem} />}
      {find.data && (
        <Notice tone="info" title={find.data.title} announce>
          <p>
            {find.data.number} · {words.steps[find.data.step as keyof typeof words.steps]}
          </p>
          <Link href={`/kantor/laporan/${find.data.number}`}>{texts.report}</Link>
          {path && <OutsideLink href={path}>{texts.open}</OutsideLink>}
        </Notice>
      )}
      {pathOf() ? <OutsideLink href={pathOf() ?? ''}>{texts.all}</OutsideLink> : <p>{texts.off}</p>}
    </Section>
  );
}

export function OverviewPage() {
  const texts = useOperationsTexts();
  const { data } = useConsole();
  return (
    <OperationsPage title={texts.title} lead={texts.lead}>
      <Cockpit />
      <PassedOverSection />
      {data && (
        <FindWorkflow pathOf={(number) => temporalPath(data, number ? 'workflows' : undefined, number)} />
      )}
    </OperationsPage>
  );
}
