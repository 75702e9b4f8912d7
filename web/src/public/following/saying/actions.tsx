// What the reporter can do now: complete, confirm, reply, object.
import { lazy, type SubmitEvent, Suspense, useEffect, useState } from 'react';
import type { ReporterAction } from '../../../../../sop/terms.ts';
import { manyLines } from '../../../../../sop/texts/text.ts';
import { keys } from '../../../api/keys.ts';
import type { ReporterView } from '../../../api/types.ts';
import card from '../../../shared/page/card.module.css';
import { focusWrong } from '../../../shared/forms/focus-wrong.ts';
import { Notice } from '../../../shared/messages/notice.tsx';
import { Failed } from '../../../shared/messages/states.tsx';
import { Part } from '../../../shared/page/error-boundary.tsx';
import { useTexts } from '../../../texts/texts.tsx';
import { ChoiceCards } from '../../choice-cards.tsx';
import { sendFiles } from '../../../shared/attachments/later.tsx';
import { LongText } from '../../../shared/forms/long-text.tsx';
import said from '../../../shared/said/said.module.css';
import { useKeptText } from '../../../shared/state/use-kept.ts';
import { replySlot, useReply } from '../report.ts';
import { Send } from './send.tsx';
import { longest } from '../../../shared/forms/longest.ts';
import classes from '../following.module.css';

const AddedFiles = lazy(() => import('./added-files.tsx'));

/** In the order in which they are offered. */
const order: ReporterAction[] = ['confirmation', 'completion', 'reply', 'objection', 'message', 'withdrawal'];

/** What the office wrote when it asked, for completion or not, and the reporter has not spoken since. */
function Asked({ view }: { view: ReporterView }) {
  const { following } = useTexts();
  const wanted = view.status === 'awaiting-completion' ? 'completion-requested' : 'asked';
  const spoken = view.timeline.findLastIndex(({ office, text }) => office === null && text !== null);
  const at = view.timeline.findLastIndex(({ type }) => type === wanted);
  const asked = view.timeline[at]?.text;
  if (!asked || (wanted === 'asked' && spoken > at)) return null;
  return (
    <div className={said.titled}>
      <h3>{wanted === 'asked' ? following.question : following.asked}</h3>
      <p className={said.text}>{asked}</p>
    </div>
  );
}

/**
 * Which of the open ones is meant: what is asked for or harmless, until another one is chosen. Where one may object, nothing:
 * an objection sent as a message would change nothing while its days run out.
 */
function useChoice(options: ReporterAction[]) {
  const [chosen, setChosen] = useState<ReporterAction | ''>('');
  const likely = options.includes('objection')
    ? undefined
    : options.find((option) => option === 'completion' || option === 'message');
  return [options.find((option) => option === chosen) ?? likely ?? '', setChosen] as const;
}

export function Actions({ view, reportKey }: { view: ReporterView; reportKey: string }) {
  const { following } = useTexts();
  const options = order.filter((action) => view.options.includes(action));
  const [action, setChosen] = useChoice(options);
  const [text, setText] = useKeptText(replySlot(view.number));
  const [tried, setTried] = useState(false);
  const [files, setFiles] = useState<File[]>([]);
  const { mutate, reset, error, isPending, isSuccess } = useReply(view.number, reportKey);
  // Its answer was lost on the way, or another tab has sent it.
  const arrived =
    text !== '' && view.timeline.some((line) => line.office === null && line.text === manyLines(text));
  useEffect(() => {
    if (!arrived || isPending) return;
    setText('');
    if (error) reset();
  }, [arrived, isPending, error, setText, reset]);
  const wordsOf = (value: ReporterAction) =>
    (view.status === 'rejected' && following.rejection.actions[value]) || following.actions[value];
  const needsText = action !== '' && action !== 'confirmation' && action !== 'withdrawal';
  const missing = needsText && !manyLines(text);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (action === '' || missing) return focusWrong(event.currentTarget);
    mutate(
      { type: action, text: manyLines(text) || null },
      {
        onSuccess: () => {
          // Each says in the list of files how far it is; what cannot go stays here.
          const to = { number: view.number, accessKey: reportKey, queryKey: keys.reportFiles(view.number) };
          sendFiles(to, files).then(
            () => setFiles([]),
            () => {},
          );
          setText('');
          setTried(false);
          setChosen('');
          document.getElementById('now')?.focus();
        },
      },
    );
  };
  const failure = error && <Failed error={error} />;
  // Until the office goes on.
  const received = isSuccess && view.timeline.at(-1)?.office === null && (
    <Notice tone="good" announce title={following.sent} />
  );
  if (options.length === 0) {
    return (
      <>
        {received}
        {failure}
        {text && !arrived && (
          <Notice tone="warn" title={following.unsent}>
            <p className={said.text}>{text}</p>
          </Notice>
        )}
      </>
    );
  }
  return (
    <>
      {received}
      <form className={`${card.card} no-print`} onSubmit={submit} noValidate>
        <Asked view={view} />
        {options.length > 1 ? (
          <ChoiceCards
            id="reply"
            legend={following.yours}
            value={action}
            error={tried && action === '' ? following.chooseOne : undefined}
            choices={options.map((value) => {
              const [label, why] = wordsOf(value);
              return { value, label, why };
            })}
            onChange={setChosen}
          />
        ) : (
          <div>
            <h2>{wordsOf(options[0] ?? 'reply')[0]}</h2>
            <p>{wordsOf(options[0] ?? 'reply')[1]}</p>
          </div>
        )}
        {view.status === 'answered' && !options.includes('objection') && <p>{following.noObjection}</p>}
        {action !== '' && (
          <LongText
            label={needsText ? following.text : following.textOptional}
            rows={5}
            maxLength={longest.text}
            value={text}
            error={tried && missing ? following.required : undefined}
            onChange={setText}
          />
        )}
        {needsText && (
          <Part>
            <Suspense fallback={<div className={classes.files} />}>
              <AddedFiles files={files} change={setFiles} />
            </Suspense>
          </Part>
        )}
        {failure}
        <Send key={action} action={action} busy={isPending} />
      </form>
    </>
  );
}
