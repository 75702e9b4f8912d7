// The report that this one repeats, as far as its reporter may read it (reading 21).
import type { ReporterView } from '../../api/types.ts';
import card from '../../shared/page/card.module.css';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.tsx';
import said from '../../shared/said/said.module.css';

type Original = NonNullable<ReporterView['original']>;

function Said({ title, one }: { title: string; one: Original['answer'] }) {
  const { following } = useTexts();
  const { moment } = useFormat();
  if (!one) return null;
  return (
    <div className={said.titled}>
      <h3>{title}</h3>
      <p className={said.by}>{moment(one.at)}</p>
      <p className={said.text}>{one.text ?? following.original.unread}</p>
    </div>
  );
}

export default function OriginalCard({ original }: { original: Original }) {
  const { following, words } = useTexts();
  const { moment } = useFormat();
  const { number, firstResponse, answer, endedAt } = original;
  return (
    <section className={card.card} aria-labelledby="original">
      <h2 id="original">{following.original.title}</h2>
      <p>{following.original.about(number)}</p>
      <Said title={words.firstResponse} one={answer ? null : firstResponse} />
      <Said title={words.answer} one={answer} />
      {!firstResponse && !answer && <p>{following.original.nothing}</p>}
      {endedAt && <p>{following.original.ended(moment(endedAt))}</p>}
    </section>
  );
}
