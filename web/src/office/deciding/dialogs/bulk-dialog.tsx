// One decision for many reports; each is answered alone.
import { Button } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { OfficeAction, Step } from '../../../../../sop/terms.ts';
import { announce } from '../../../shared/messages/announcer.tsx';
import { Dialog } from '../../../shared/officers/frame/dialog.tsx';
import { useUser } from '../../../session.tsx';
import { usePolicy } from '../../queries.ts';
import { useOfficeName } from '../../../shared/officers/offices.ts';
import { useOfficeTexts } from '../../../texts/office.ts';
import type { Item } from '../../../api/types.ts';
import { BulkResults } from './bulk-results.tsx';
import classes from '../deciding.module.css';
import { asksForSure, Sure } from '../../sure/sure.tsx';
import { DecisionFields } from '../decision-fields.tsx';
import { useStart } from '../decision-form.tsx';
import { DecisionProblem } from '../decision-problem.tsx';
import { useTabDraft } from '../drafts/local-draft.ts';
import { NextLine } from '../next-line.tsx';
import { keepBatch } from '../sending/batches.ts';
import { isFurther, nextStepWords } from '../next-step.ts';
import { isGood, isStanding, useBulk } from './use-bulk.ts';
import { isOpenForMany } from '../actions.ts';
import { bodyOf, fieldsOf, isTooShort, lettersFor, missingField } from '../words.ts';

/** More are decided at once only when that is meant. */
const many = 20;

interface BulkDialogProps {
  action: OfficeAction;
  /** All that are selected; those that the action is not open for are left out. */
  selected: readonly Item[];
  /** Whether a report on which these are open remains in the list that they were selected in. */
  stays: (options: readonly OfficeAction[]) => boolean;
  /** Gets the numbers that are not in it any more, or will not be once they are sent. */
  onClose: (gone: ReadonlySet<string>) => void;
}

function BulkForm({
  action,
  selected,
  bulk,
  onStanding,
  onCancel,
}: Pick<BulkDialogProps, 'action' | 'selected'> & {
  bulk: ReturnType<typeof useBulk>;
  /** All of them stand by to be sent. */
  onStanding: (numbers: ReadonlySet<string>) => void;
  onCancel: () => void;
}) {
  const texts = useOfficeTexts();
  const { deciding, words: terms, frame } = texts;
  const { words: kept, change, forget } = useTabDraft(action);
  // Which report they repeat is true of these alone: nothing of it is kept for the next ones.
  const [repeated, setRepeated] = useState('');
  const words = { ...kept, duplicateOf: repeated };
  const [tried, setTried] = useState(false);
  const policy = usePolicy();
  const user = useUser();
  const nameOf = useOfficeName();
  const form = useStart();
  const open = selected.filter((item) => isOpenForMany(action, item));
  const oldestFirst = open.toSorted((a, b) => Date.parse(a.receivedAt) - Date.parse(b.receivedAt));
  const steps = [...new Set(open.map(({ step }) => step))];
  // What differs by row is asked only where all stand at the same one.
  const step = steps.length === 1 ? (steps[0] as Step) : 0;
  const fields = fieldsOf(action, step);
  // The one that the others repeat is not decided with them, whether it was selected or not (reading 21).
  const original = fields.duplicateOf ? words.duplicateOf.trim() : '';
  const decided = open.filter(({ number }) => number !== original);
  const missing = tried ? missingField(fields, words) : undefined;
  const letters = lettersFor(action, step, policy);
  const short = isTooShort(fields, words, letters);
  const disposes = action === 'dispose' || (fields.officeId !== undefined && words.officeId !== '');
  const holders = new Set(open.map(({ holder }) => holder.id));
  // Of many at once what remains of each is not said, nor who holds it where they differ.
  const lines = open.map(({ remaining: _left, ...report }) =>
    nextStepWords(
      {
        action,
        level: user?.office.level,
        step: report.step as Step,
        office: words.officeId ? nameOf(words.officeId) : undefined,
        disposes,
        repeats: original !== '',
        report:
          holders.size > 1
            ? { ...report, holder: { ...report.holder, name: deciding.next.eachHolder } }
            : report,
      },
      policy,
      texts,
    ),
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (bulk.send.isPending) return;
    setTried(true);
    if (missingField(fields, words) || short) form.current?.querySelector<HTMLElement>('[required]')?.focus();
    else if (!asksForSure(form.current)) {
      const body = bodyOf(action, fields, words);
      bulk.start(
        { body, items: decided },
        {
          onSuccess: (results) => {
            forget();
            const standing = results.filter(isStanding).map(({ number }) => number);
            if (standing.length > 0) keepBatch(bulk.batchOf(body), { action, words, numbers: standing });
            if (standing.length === results.length) return onStanding(new Set(standing));
            const good = results.filter(isGood).length;
            announce(deciding.bulk.results(good, results.length - good));
          },
        },
      );
    }
  };
  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate>
      {open.length < selected.length && <p>{deciding.bulk.open(open.length, selected.length)}</p>}
      <DecisionFields
        action={action}
        further={open.every((item) => isFurther(action, item.step, item))}
        fields={fields}
        words={words}
        errors={{
          ...(missing && { [missing]: frame.required }),
          ...(tried && short && { text: deciding.tooShort(letters) }),
        }}
        letters={letters}
        onChange={({ duplicateOf = words.duplicateOf, ...typed }) => {
          setRepeated(duplicateOf);
          change(typed);
        }}
        among={oldestFirst}
      />
      {decided.length < open.length && <p>{deciding.bulk.original(original)}</p>}
      {open.length > many && (
        <Sure title={deciding.bulk.many(open.length)} label={deciding.bulk.manySure(terms.actions[action])} />
      )}
      {[...new Set(lines)].map((line) => line && <NextLine key={line} words={line} />)}
      {bulk.send.error && <DecisionProblem error={bulk.send.error} />}
      {bulk.send.isPending && <p role="status">{deciding.bulk.working(bulk.progress, decided.length)}</p>}
      <div className={classes.buttons}>
        <Button type="submit" loading={bulk.send.isPending} disabled={decided.length === 0}>
          {deciding.bulk.submit(terms.actions[action], decided.length)}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {frame.cancel}
        </Button>
      </div>
    </form>
  );
}

export function BulkDialog({ action, selected, stays, onClose }: BulkDialogProps) {
  const { deciding, words } = useOfficeTexts();
  // What was selected when the dialog opened; decided reports leave the inbox meanwhile.
  const [items] = useState(selected);
  const bulk = useBulk();
  const close = () => {
    const gone = bulk.results.filter(
      (one) => isStanding(one) || (one.outcome && !stays(one.outcome.options)),
    );
    onClose(new Set(gone.map(({ number }) => number)));
  };
  return (
    <Dialog onClose={close} title={deciding.bulk.title(words.actions[action], items.length)}>
      {bulk.results.length > 0 && !bulk.results.every(isStanding) ? (
        <BulkResults bulk={bulk} items={items} onClose={close} />
      ) : (
        <BulkForm action={action} selected={items} bulk={bulk} onStanding={onClose} onCancel={close} />
      )}
    </Dialog>
  );
}
