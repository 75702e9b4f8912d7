// Advice (reading 24): the questions to other offices beside the report, their answers, and the forms that write them.
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useMemo, useRef, useState } from 'react';
import { type Ask, ask, newKey } from '../../api/client.ts';
import { complaintPath } from '../../api/paths.ts';
import type { Consultation, Office, Report } from '../../api/types.ts';
import { useUser } from '../../session.tsx';
import { focusWrong } from '../../shared/forms/focus-wrong.ts';
import { longest } from '../../shared/forms/longest.ts';
import { announce } from '../../shared/messages/announcer.tsx';
import { Failed } from '../../shared/messages/states.tsx';
import { chainAbove } from '../../shared/officers/office-tree.ts';
import { useOffices } from '../../shared/officers/offices.ts';
import { OfficeField } from '../../shared/officers/picking/office-field.tsx';
import { Section } from '../../shared/officers/section.tsx';
import { SureButton } from '../../shared/officers/sure-button.tsx';
import { useKeptText } from '../../shared/state/use-kept.ts';
import { useOfficeFormat } from '../../texts/office-format.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import { isUnstaffed } from '../sure/staffed.ts';
import { asksForSure, Sure } from '../sure/sure.tsx';
import forms from '../forms.module.css';
import { officeKeys } from '../keys.ts';
import { adviceKey, useShortcuts } from '../shortcuts.ts';
import { standingOfQuestion } from './standing.ts';

/** Sends under one key until it has come through; afterwards the report and the list are asked for again. */
function useSend(number: string, done: string, then?: () => void) {
  const client = useQueryClient();
  const [key, setKey] = useState(newKey);
  return useMutation({
    mutationFn: ({ path = '', ...options }: Ask & { path?: string }) =>
      ask<void>(`${complaintPath(number)}/consultations${path}`, { ...options, idempotencyKey: key }),
    onSuccess: () => {
      setKey(newKey());
      then?.();
      announce(done);
    },
    // Also when it failed: a lost answer may have been a yes.
    onSettled: () => {
      void client.invalidateQueries({ queryKey: officeKeys.report(number) });
      void client.invalidateQueries({ queryKey: officeKeys.askedQuestions });
    },
  });
}

/** Those that the office may ask: of its own agency; from national, any. */
function askable(offices: readonly Office[], own: string): Office[] {
  const agencyOf = (id: string) => chainAbove(offices, id).find(({ level }) => level === 'agency')?.id;
  const national = offices.find(({ id }) => id === own)?.level === 'national';
  return offices.filter(({ id }) => id !== own && (national || agencyOf(id) === agencyOf(own)));
}

function AskForm({ report }: { report: Report }) {
  const { consultations: texts, frame } = useOfficeTexts();
  const user = useUser();
  const { data: offices } = useOffices();
  const [officeId, setOfficeId] = useState('');
  const [question, setQuestion] = useKeptText(`tuntas.ask.${user?.username}.${report.number}`);
  const [tried, setTried] = useState(false);
  const send = useSend(report.number, texts.asked, () => {
    setOfficeId('');
    setQuestion('');
    setTried(false);
  });
  const own = user?.office.id ?? '';
  const choices = useMemo(() => {
    const open = new Set(report.consultations.flatMap((k) => (k.status === 'open' ? [k.office.id] : [])));
    return offices && askable(offices, own).filter(({ id }) => !open.has(id));
  }, [offices, report.consultations, own]);
  const wrong = {
    officeId: officeId === '' ? frame.required : undefined,
    question: question.trim() === '' ? frame.required : undefined,
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (wrong.officeId || wrong.question) return focusWrong(event.currentTarget);
    if (asksForSure(event.currentTarget)) return;
    send.mutate({ method: 'POST', body: { officeId, question: question.trim() } });
  };
  return (
    <details className={`${forms.fold} no-print`}>
      <summary>
        {texts.ask}{' '}
        <kbd className="hint" aria-hidden>
          {adviceKey}
        </kbd>
      </summary>
      <form className={forms.list} onSubmit={submit} noValidate>
        <p className={forms.muted}>{texts.why}</p>
        <OfficeField
          label={texts.office}
          offices={choices}
          value={officeId}
          error={tried && wrong.officeId}
          warns
          onChange={setOfficeId}
        />
        {isUnstaffed(choices, officeId) && (
          <Sure key={officeId} title={texts.nobodyThere} label={texts.nobodyThereSure} />
        )}
        <Textarea
          label={texts.question}
          autosize
          minRows={2}
          maxRows={16}
          maxLength={longest.text}
          value={question}
          error={tried && wrong.question}
          onChange={({ currentTarget }) => setQuestion(currentTarget.value)}
        />
        {send.error && <Failed error={send.error} />}
        <div>
          <Button type="submit" variant="default" loading={send.isPending}>
            {texts.submit}
          </Button>
        </div>
      </form>
    </details>
  );
}

function AnswerForm({ number, k }: { number: string; k: Consultation }) {
  const { consultations: texts, frame } = useOfficeTexts();
  const user = useUser();
  const [text, setText] = useKeptText(`tuntas.advice.${user?.username}.${k.id}`);
  const [tried, setTried] = useState(false);
  const send = useSend(number, texts.answered, () => setText(''));
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (!text.trim()) return focusWrong(event.currentTarget);
    send.mutate({ path: `/${k.id}/answer`, method: 'POST', body: { text: text.trim() } });
  };
  return (
    <form className={`${forms.list} no-print`} onSubmit={submit} noValidate>
      <Textarea
        label={texts.answering(k.from.name)}
        description={texts.answeringWhy}
        autosize
        minRows={2}
        maxRows={16}
        maxLength={longest.text}
        value={text}
        error={tried && !text.trim() ? frame.required : undefined}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {send.error && <Failed error={send.error} />}
      <div>
        <Button type="submit" loading={send.isPending}>
          {texts.submitAnswer}
        </Button>
      </div>
    </form>
  );
}

function Question({ number, k }: { number: string; k: Consultation }) {
  const { consultations: texts, words } = useOfficeTexts();
  const { moment, brief } = useOfficeFormat();
  const user = useUser();
  const send = useSend(number, texts.withdrawn);
  const decides = user?.role === 'admin' && k.status === 'open';
  return (
    <li className={forms.said}>
      <div className={forms.head}>
        <strong>{texts.route(k.from.name, k.office.name)}</strong>
        <span>
          {texts.standing[standingOfQuestion(k)]}
          {k.status === 'open' && ` · ${words.marked(texts.due(brief(k.deadline)), k.provisional)}`}
        </span>
      </div>
      <p className={forms.text}>{k.question}</p>
      <p className={forms.muted}>{texts.by(k.askedBy, moment(k.askedAt))}</p>
      {k.answer && (
        <>
          <p className={forms.text}>
            <strong>{texts.answer}:</strong> {k.answer.text}
          </p>
          <p className={forms.muted}>{texts.by(k.answer.by, moment(k.endedAt ?? k.askedAt))}</p>
        </>
      )}
      {decides && k.office.id === user.office.id && <AnswerForm number={number} k={k} />}
      {decides && k.from.id === user.office.id && (
        <SureButton
          label={texts.withdraw}
          about={k.office.name}
          question={`${texts.withdraw}?`}
          busy={send.isPending}
          onSure={() => send.mutate({ path: `/${k.id}`, method: 'DELETE' })}
        />
      )}
      {send.error && <Failed error={send.error} />}
    </li>
  );
}

/** The cursor into the first form there is: an answer that is owed, else a question. */
function goToForm(list: HTMLElement | null): boolean {
  const form = list?.querySelector('form');
  const fold = form?.closest('details');
  if (fold) fold.open = true;
  const field = form?.querySelector<HTMLElement>('input, textarea');
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
  return field !== undefined && field !== null;
}

export function Consultations({ report }: { report: Report }) {
  const { consultations: texts } = useOfficeTexts();
  const user = useUser();
  const place = useRef<HTMLDivElement>(null);
  useShortcuts({ [adviceKey]: () => goToForm(place.current) });
  const holds = user?.role === 'admin' && report.holder.id === user.office.id;
  if (!holds && report.consultations.length === 0) return null;
  return (
    <Section title={texts.title}>
      <div ref={place} className={forms.list}>
        {report.consultations.length === 0 && <p>{texts.none}</p>}
        <ul className={forms.list}>
          {report.consultations.map((k) => (
            <Question key={k.id} number={report.number} k={k} />
          ))}
        </ul>
        {holds && <AskForm report={report} />}
      </div>
    </Section>
  );
}
