// The form of one decision on one report.
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import type { OfficeAction, Step } from '../../../../sop/terms.ts';
import { problemIn } from '../../api/problems.ts';
import { Failed, titleOf } from '../../shared/messages/states.tsx';
import { useTexts } from '../../texts/texts.tsx';
import { useUser } from '../../session.tsx';
import { usePolicy } from '../queries.ts';
import { useOfficeName } from '../../shared/officers/offices.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import type { DecisionBody, Outcome, Report } from '../../api/types.ts';
import { WouldMove } from '../correcting/would-move.tsx';
import { ChangedNotice } from './changed-notice.tsx';
import classes from './deciding.module.css';
import { asksForSure } from '../sure/sure.tsx';
import { DecisionFields } from './decision-fields.tsx';
import { DecisionProblem } from './decision-problem.tsx';
import { DiscardDraft, DraftLine, Elsewhere } from './drafts/draft-line.tsx';
import { useDraft } from './drafts/use-draft.ts';
import { FilesField } from './editor/files-field.tsx';
import { Preview } from './editor/preview.tsx';
import { maySendFiles, tellsReporter, useFiles } from './editor/use-files.ts';
import { standsBy, useStandBy } from './sending/use-sendings.ts';
import { NextLine } from './next-line.tsx';
import { isFurther, nextStepWords } from './next-step.ts';
import { useDecide } from './use-decide.ts';
import { bodyOf, changedBy, fieldErrors, fieldsOf, isTooShort, lettersFor, missingField } from './words.ts';

interface DecisionFormProps {
  report: Report;
  action: OfficeAction;
  /** The last entry of the record as it is shown; undefined until the record has come, which nobody waits for. */
  seq: number | undefined;
  onDone: (body: DecisionBody, outcome: Outcome) => void;
  /** It will be sent in a moment, by the server. */
  onStanding: () => void;
  onCancel: () => void;
}

/** Puts the cursor where one starts: the first field, or the button. Ctrl + Enter sends, also from within a text. */
export function useStart() {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const fields = 'input:not([type="hidden"]), textarea, select';
    const first = form.current?.querySelector<HTMLElement>(fields);
    const start = first ?? form.current?.querySelector<HTMLElement>('[type="submit"]');
    // A dialog that opens around the form looks for it, too.
    start?.setAttribute('data-autofocus', '');
    start?.focus();
    const sendByKey = ({ key, ctrlKey, metaKey, repeat }: KeyboardEvent) => {
      if (key === 'Enter' && (ctrlKey || metaKey) && !repeat) form.current?.requestSubmit();
    };
    const listened = form.current;
    listened?.addEventListener('keydown', sendByKey);
    return () => listened?.removeEventListener('keydown', sendByKey);
  }, []);
  return form;
}

export function DecisionForm({ report, action, seq, onDone, onStanding, onCancel }: DecisionFormProps) {
  const texts = useOfficeTexts();
  const { deciding, words: terms, frame } = texts;
  const shared = useTexts();
  const { number, step } = report;
  const draft = useDraft(number, action);
  const { words, change } = draft;
  const [seen, setSeen] = useState({ revision: report.revision, seq, step });
  const changed = report.revision !== seen.revision;
  if (seen.seq === undefined && seq !== undefined && !changed) setSeen({ ...seen, seq });
  const [tried, setTried] = useState(false);
  const decide = useDecide(number);
  const standBy = useStandBy(number);
  const files = useFiles(number);
  const upload = useMutation({ mutationFn: files.upload });
  const busy = decide.isPending || standBy.isPending || upload.isPending;
  const user = useUser();
  const policy = usePolicy();
  const nameOf = useOfficeName();
  const form = useStart();
  // As it was when the form was opened: what was typed stays, though the report has gone on meanwhile.
  const fields = fieldsOf(action, seen.step as Step);
  const problem = problemIn(decide.error ?? standBy.error);
  const missing = tried ? missingField(fields, words) : undefined;
  const letters = lettersFor(action, seen.step as Step, policy);
  const short = isTooShort(fields, words, letters);
  const errors = {
    ...fieldErrors(problem, problem ? titleOf(problem, shared) : ''),
    ...(missing && { [missing]: frame.required }),
    ...(tried && short && { text: deciding.tooShort(letters) }),
  };
  const stillOpen = report.options.includes(action);
  const sent = decide.isSuccess || standBy.isSuccess;
  const overtaken = !busy && !sent && (problem?.code === 'stale' || changed);
  const atField = problem && Object.keys(errors).length > 0;
  const goOn = { onError: () => draft.hush(false) };
  const send = (body: DecisionBody) => {
    const asked = { body, revision: seen.revision };
    if (standsBy(action)) {
      standBy.mutate(asked, {
        ...goOn,
        onSuccess: (standing) => {
          draft.standBy(standing);
          onStanding();
        },
      });
      return;
    }
    decide.mutate(asked, {
      ...goOn,
      onSuccess: (outcome) => {
        // The decision stands; what is left of a draft goes by itself.
        draft.forget().catch(() => undefined);
        onDone(body, outcome);
      },
    });
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    // By keys it can be sent again while it is on its way.
    if (busy) return;
    setTried(true);
    if (missingField(fields, words) || short) {
      form.current?.querySelector<HTMLElement>('[required]')?.focus();
      return;
    }
    if (asksForSure(form.current)) return;
    const body = bodyOf(action, fields, words);
    draft.hush(true);
    // What goes along is there before it is spoken of.
    if (files.files.length > 0) upload.mutate(undefined, { ...goOn, onSuccess: () => send(body) });
    else send(body);
  };
  const next = nextStepWords(
    {
      action,
      level: user?.office.level,
      step: step as Step,
      office: words.officeId ? nameOf(words.officeId) : undefined,
      to: fields.changes ? changedBy(report, words.changes) : report,
      repeats: words.duplicateOf.trim() !== '',
      disposes: action === 'dispose' || (fields.officeId !== undefined && words.officeId !== ''),
      report,
    },
    policy,
    texts,
  );
  const further = isFurther(action, step, report);
  const name = further ? terms.respondAfterAnswer : terms.actions[action];
  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate>
      {overtaken && (
        <ChangedNotice
          number={number}
          action={action}
          seq={seen.seq}
          stillOpen={stillOpen}
          onRead={() => {
            setSeen({ revision: report.revision, seq, step });
            decide.reset();
            standBy.reset();
          }}
        />
      )}
      <Elsewhere draft={draft} />
      <DecisionFields
        action={action}
        further={further}
        fields={fields}
        words={words}
        errors={errors}
        letters={letters}
        onChange={change}
        report={report}
      />
      {next && <NextLine words={next} />}
      <WouldMove number={number} action={action} changes={words.changes} />
      {problem && problem.code !== 'stale' && !atField && <DecisionProblem error={problem} />}
      {maySendFiles(action, report, user) && <FilesField field={files} />}
      {tellsReporter(action) && (
        <Preview
          number={number}
          body={bodyOf(action, fields, words)}
          ready={!missingField(fields, words) && !short}
        />
      )}
      {upload.error && <Failed error={upload.error} />}
      <div className={classes.send}>
        <Button type="submit" loading={busy} disabled={!stillOpen && !problem?.uncertain}>
          {problem?.uncertain ? deciding.failed.again(name) : name}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {frame.cancel}
        </Button>
        {upload.isPending ? (
          <p role="status">{deciding.editor.uploading(files.sent, files.sent + files.files.length)}</p>
        ) : (
          <DraftLine draft={draft} />
        )}
      </div>
      {(fields.text ?? fields.reason) && <DiscardDraft draft={draft} />}
    </form>
  );
}
