// Exactly the decisions open to the officer now, each with its form.
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { isEnd, type OfficeAction, rejectionLimit } from '../../../../sop/terms.ts';
import { actionIcons, isOurTurn, mainFirst } from '../deciding/actions.ts';
import { DecisionForm } from '../deciding/decision-form.tsx';
import { useDrafted } from '../deciding/drafts/use-draft.ts';
import { useSendingOf } from '../deciding/sending/use-sendings.ts';
import { isFurther } from '../deciding/next-step.ts';
import { useDone } from '../deciding/use-done.ts';
import { usePresence } from '../presence/use-presence.ts';
import { useDecisionCommands } from '../frame/decision-commands.ts';
import { useEvents, useFormsReady, usePolicy } from '../queries.ts';
import { actionKeys, useShortcuts } from '../shortcuts.ts';
import { useOfficeFormat } from '../../texts/office-format.ts';
import { type OfficeTexts, useOfficeTexts } from '../../texts/office.ts';
import { limitWords } from '../working-time.ts';
import type { DecisionBody, Outcome, Policy, Report } from '../../api/types.ts';
import classes from './report.module.css';
import { Section } from '../../shared/officers/section.tsx';
import type { useQueue } from './queue/use-queue.ts';

function whyNothing(
  report: Report,
  { deciding, words }: OfficeTexts,
  { moment }: ReturnType<typeof useOfficeFormat>,
  policy: Policy | undefined,
): string {
  if (report.status === 'rejected' && !report.endedAt) {
    // reading 21: that of a duplicate waits for the end of its original.
    const days = policy && limitWords(rejectionLimit(policy), words.time);
    const until = report.closesAt ? moment(report.closesAt) : days && deciding.afterOriginal(days);
    return deciding.rejected(until);
  }
  if (isEnd(report.status)) return deciding.ended;
  if (report.status === 'awaiting-completion') return deciding.waits;
  return report.holder.level === 'system' ? deciding.nothing : deciding.heldBy(report.holder.name);
}

function Choices({ report, onChoose }: { report: Report; onChoose: (action: OfficeAction) => void }) {
  const { words, deciding } = useOfficeTexts();
  const drafted = useDrafted(report.number);
  return (
    <ul className={classes.choices}>
      {mainFirst(report.options).map((action, index) => {
        const Icon = actionIcons[action];
        return (
          <li key={action}>
            <Button
              size="sm"
              variant={index === 0 && action !== 'recall' ? 'filled' : 'default'}
              leftSection={<Icon size={18} aria-hidden />}
              rightSection={
                <kbd className="hint" aria-hidden>
                  {actionKeys[action]}
                </kbd>
              }
              data-action={action}
              onClick={() => onChoose(action)}
            >
              {isFurther(action, report.step, report) ? words.respondAfterAnswer : words.actions[action]}
              {drafted(action) && ` (${deciding.drafted})`}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

interface DecisionPanelProps {
  report: Report;
  queue: ReturnType<typeof useQueue>;
}

export function DecisionPanel({ report, queue }: DecisionPanelProps) {
  const texts = useOfficeTexts();
  const { deciding, words } = texts;
  const format = useOfficeFormat();
  const policy = usePolicy();
  const [action, setAction] = useState<OfficeAction>();
  usePresence(report.number, action ? 'writing' : 'reading');
  const events = useEvents(report.number);
  const done = useDone();
  useFormsReady();
  const panel = useRef<HTMLDivElement>(null);
  const seq = events.data?.findLast((event) => event.seq !== null)?.seq ?? undefined;
  const titleOf = (one: OfficeAction) =>
    isFurther(one, report.step, report) ? words.respondAfterAnswer : words.actions[one];
  useShortcuts(
    Object.fromEntries(report.options.map((option) => [actionKeys[option], () => setAction(option)])),
  );
  useDecisionCommands(() =>
    mainFirst(report.options).map((option) => ({
      action: option,
      number: report.number,
      count: 1,
      run: () => setAction(option),
    })),
  );
  const backToChoices = () => {
    const was = action;
    setAction(undefined);
    // The button is there again after the next paint.
    requestAnimationFrame(() => panel.current?.querySelector<HTMLElement>(`[data-action="${was}"]`)?.focus());
  };
  const standing = useSendingOf(report.number);
  const onStanding = () => {
    setAction(undefined);
    if (queue.inQueue) queue.goOn();
    else requestAnimationFrame(() => panel.current?.querySelector<HTMLElement>('h2')?.focus());
  };
  const onDone = (body: DecisionBody, outcome: Outcome) => {
    // As long as it is our turn, the next decision is on this report; then on to the next one.
    const stays = isOurTurn(outcome.options);
    setAction(undefined);
    if (stays || !queue.inQueue) {
      done(body, outcome);
      requestAnimationFrame(() => panel.current?.querySelector<HTMLElement>('h2')?.focus());
      return;
    }
    const another = queue.goOn();
    done(body, outcome, another ? deciding.nextReport : deciding.queueDone);
  };
  const chooses = !action && !standing;
  return (
    <div
      ref={panel}
      className={`${classes.panel} no-print`}
      data-open={isOurTurn(report.options)}
      data-choosing={chooses && isOurTurn(report.options)}
      data-testid="deciding"
    >
      <Section title={action ? titleOf(action) : deciding.title}>
        {standing && <p>{deciding.sending.here}</p>}
        {action && !standing && (
          <DecisionForm
            key={action}
            report={report}
            action={action}
            seq={seq}
            onDone={onDone}
            onStanding={onStanding}
            onCancel={backToChoices}
          />
        )}
        {chooses && <Choices report={report} onChoose={setAction} />}
        {chooses && report.options.length > 0 && report.binding.came && <p>{deciding.bound}</p>}
        {chooses && !isOurTurn(report.options) && <p>{whyNothing(report, texts, format, policy)}</p>}
      </Section>
    </div>
  );
}
