// What an office said to the reporter.
import type { Said } from '../../api/types.ts';
import card from '../page/card.module.css';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.tsx';
import classes from './said.module.css';

export function SaidCard({ title, said, id }: { title: string; said: Said; id: string }) {
  const { words, following } = useTexts();
  const { moment } = useFormat();
  return (
    <section className={card.card} aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        <p className={classes.by}>{words.saidBy(said.office ?? following.system, moment(said.at))}</p>
      </div>
      <p className={classes.text}>{said.text}</p>
    </section>
  );
}
