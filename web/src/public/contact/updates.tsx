// What is mailed on wish, besides answers and questions: each said yes to by itself.
import { type Update, updates as known } from '../../../../sop/terms.ts';
import { useLaterTexts } from '../../texts/ways.ts';
import { CheckCard } from '../check-card.tsx';
import cards from '../choice-cards.module.css';

interface UpdatesProps {
  /** Of the first, by which an error leads there. */
  id: string;
  title: string;
  updates: readonly Update[];
  onChange: (updates: Update[]) => void;
}

export function Updates({ id, title, updates, onChange }: UpdatesProps) {
  const { wishes } = useLaterTexts();
  return (
    <fieldset className={cards.group}>
      <legend className={cards.small}>{title}</legend>
      <div className={cards.cards}>
        {known.map((update, at) => {
          const [label, why] = wishes[update];
          return (
            <CheckCard
              key={update}
              id={at === 0 ? id : `${id}-${update}`}
              label={label}
              why={why}
              checked={updates.includes(update)}
              onChange={(checked) =>
                onChange(known.filter((one) => (one === update ? checked : updates.includes(one))))
              }
            />
          );
        })}
      </div>
    </fieldset>
  );
}
