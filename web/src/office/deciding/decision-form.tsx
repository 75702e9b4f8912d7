// The form of one decision on one report.
import { Button } from '@mantine/core';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import type { OfficeAction, Step } from '../../../../sop/terms.ts';
import { problemIn } from '../../api/problems.ts';
import { titleOf } from '../../shared/messages/states.tsx';
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
import { useDraft } from './draft.ts';
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

export function DecisionForm({ report, action, seq, onDone, onCancel }: DecisionFormProps) {
  const texts = useOfficeTexts();
  const { deciding, words: terms, frame } = texts;
  const shared = useTexts();
  const { number, step } = report;
  const { words, change, forget } = useDraft(number, action);
  const [seen, setSeen] = useState({ revision: report.revision, seq, step });
  const changed = report.revision !== seen.revision;
  if (seen.seq === undefined && seq !== undefined && !changed) setSeen({ ...seen, seq });
  const [tried, setTried] = useState(false);
  const decide = useDecide(number);
  const user = useUser();
  const policy = usePolicy();
  const nameOf = useOfficeName();
  const form = useStart();
  // As it was when the form was opened: what was typed stays, though the report has gone on meanwhile.
  const fields = fieldsOf(action, seen.step as Step);
  const problem = problemIn(decide.error);
  const missing = tried ? missingField(fields, words) : undefined;
  const letters = lettersFor(action, seen.step as Step, policy);
  const short = isTooShort(fields, words, letters);
  const errors = {
    ...fieldErrors(problem, problem ? titleOf(problem, shared) : ''),
    ...(missing && { [missing]: frame.required }),
    ...(tried && short && { text: deciding.tooShort(letters) }),
  };
  const stillOpen = report.options.includes(action);
  const overtaken = !decide.isPending && !decide.isSuccess && (problem?.code === 'stale' || changed);
  const atField = problem && Object.keys(errors).length > 0;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    // By keys it can be sent again while it is on its way.
    if (decide.isPending) return;
    setTried(true);
    if (missingField(fields, words) || short) {
      form.current?.querySelector<HTMLElement>('[required]')?.focus();
      return;
    }
    if (asksForSure(form.current)) return;
    const body = bodyOf(action, fields, words);
    decide.mutate(
      { body, revision: seen.revision },
      {
        onSuccess: (outcome) => {
          forget();
          onDone(body, outcome);
        },
      },
    );
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
          }}
        />
      )}
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
      <div className={classes.buttons}>
        <Button type="submit" loading={decide.isPending} disabled={!stillOpen && !problem?.uncertain}>
          {problem?.uncertain ? deciding.failed.again(name) : name}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {frame.cancel}
        </Button>
      </div>
      {fields.text && <p className={classes.hint}>{deciding.kept}</p>}
    </form>
  );
}
