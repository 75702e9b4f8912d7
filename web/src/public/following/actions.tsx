// What the reporter can do now: complete, confirm, reply, object.
import { Button, Textarea } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { ReporterAction } from '../../../../sop/terms.ts';
import type { ReporterView } from '../../api/types.ts';
import { announce } from '../../shell/announcer.tsx';
import card from '../../shell/card.module.css';
import { Failed } from '../../shell/states.tsx';
import { stored } from '../../stored.ts';
import { useTexts } from '../../texts/texts.tsx';
import { ChoiceCards } from '../choice-cards.tsx';
import said from '../said.module.css';
import { useReply } from './report.ts';

/** In the order in which they are offered. */
const order: ReporterAction[] = ['confirmation', 'reply', 'objection', 'completion'];

/** What the office wrote when it asked for completion. */
function Asked({ view }: { view: ReporterView }) {
  const { following } = useTexts();
  const asked = view.timeline.findLast(({ type }) => type === 'completion-requested')?.text;
  if (!asked) return null;
  return (
    <div>
      <h3>{following.asked}</h3>
      <p className={said.text}>{asked}</p>
    </div>
  );
}

/** A text that outlives a reload of the page. */
function useKeptText(number: string) {
  const [kept] = useState(() => stored(`tuntas.reply.${number}`, 'tab'));
  const [text, setText] = useState(() => kept.read() ?? '');
  const write = (next: string) => {
    setText(next);
    if (next === '') kept.clear();
    else kept.write(next);
  };
  return [text, write] as const;
}

export function Actions({ view, reportKey }: { view: ReporterView; reportKey: string }) {
  const { following, words } = useTexts();
  const options = order.filter((action) => view.options.includes(action));
  const [chosen, setChosen] = useState<ReporterAction | ''>(options.length === 1 ? (options[0] ?? '') : '');
  const [text, setText] = useKeptText(view.number);
  const [tried, setTried] = useState(false);
  const replying = useReply(view.number, reportKey);
  if (options.length === 0) return null;
  const needsText = chosen !== '' && chosen !== 'confirmation';
  const missing = needsText && !text.trim();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (chosen === '' || missing) return;
    replying.mutate(
      { type: chosen, text: text.trim() || null },
      {
        onSuccess: () => {
          setText('');
          setTried(false);
          announce(following.sent);
        },
      },
    );
  };
  return (
    <form className={`${card.card} no-print`} onSubmit={submit} noValidate>
      {view.status === 'awaiting-completion' && <Asked view={view} />}
      {options.length > 1 ? (
        <ChoiceCards
          id="reply"
          legend={following.yours}
          value={chosen}
          error={tried && chosen === '' ? following.chooseOne : undefined}
          choices={options.map((value) => {
            const [label, why] = following.actions[value];
            return { value, label, why };
          })}
          onChange={setChosen}
        />
      ) : (
        <div>
          <h2>{following.actions[options[0] ?? 'reply'][0]}</h2>
          <p>{following.actions[options[0] ?? 'reply'][1]}</p>
        </div>
      )}
      {chosen !== '' && (
        <Textarea
          label={needsText ? following.text : following.textOptional}
          rows={5}
          resize="vertical"
          maxLength={20_000}
          value={text}
          error={tried && missing ? following.required : undefined}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      )}
      {replying.error && <Failed error={replying.error} />}
      <div>
        <Button type="submit" loading={replying.isPending}>
          {words.send}
        </Button>
      </div>
    </form>
  );
}
