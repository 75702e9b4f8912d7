// The report that this one repeats, as far as its reporter may read it (reading 21).
import type { ReporterView } from '../../api/types.ts';
import card from '../../shared/page/card.module.css';
import { useOriginalTexts } from '../../texts/beside-report.ts';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.tsx';
import said from '../../shared/said/said.module.css';

type Original = NonNullable<ReporterView['original']>;

function Said({ title, one }: { title: string; one: Original['answer'] }) {
  const texts = useOriginalTexts();
  const { moment } = useFormat();
  if (!one) return null;
  return (
    <div className={said.titled}>
      <h3>{title}</h3>
      <p className={said.by}>{moment(one.at)}</p>
      <p className={said.text}>{one.text ?? texts.unread}</p>
    </div>
  );
}

export default function OriginalCard({ original }: { original: Original }) {
  const { words } = useTexts();
  const texts = useOriginalTexts();
  const { moment } = useFormat();
  const { number, firstResponse, answer, endedAt } = original;
  return (
    <section className={card.card} aria-labelledby="original">
      <h2 id="original">{texts.title}</h2>
      <p>{texts.about(number)}</p>
      <Said title={words.firstResponse} one={answer ? null : firstResponse} />
      <Said title={words.answer} one={answer} />
      {!firstResponse && !answer && <p>{texts.nothing}</p>}
      {endedAt && <p>{texts.ended(moment(endedAt))}</p>}
    </section>
  );
}
