// Below the text: whom "@" may name. The focus stays in the text.
import { useEffect } from 'react';
import { announce } from '../../../shared/messages/announcer.tsx';
import { useOfficeTexts } from '../../../texts/office.ts';
import classes from './mention-list.module.css';
import type { useMentions } from './use-mentions.ts';

export const optionId = (id: string, n: number) => `${id}-${n}`;

interface MentionListProps {
  id: string;
  mentions: ReturnType<typeof useMentions>;
}

export function MentionList({ id, mentions: { found, active, choose } }: MentionListProps) {
  const texts = useOfficeTexts().talk.mentions;
  const count = found.length;
  const words = count === 0 ? texts.none : texts.found(count);
  useEffect(() => announce(words), [words]);
  if (count === 0) return <p className={classes.drop}>{texts.none}</p>;
  return (
    <div id={id} role="listbox" aria-label={texts.list} className={classes.drop}>
      {found.map((one, n) => (
        // Keys are the text's; a press must not take the focus from it.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={one.username}
          id={optionId(id, n)}
          role="option"
          tabIndex={-1}
          aria-selected={n === active}
          data-active={n === active || undefined}
          className={classes.option}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(one)}
        >
          <span>{one.name}</span> <span className={classes.office}>{one.office.name}</span>
        </div>
      ))}
    </div>
  );
}
