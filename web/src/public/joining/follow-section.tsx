// Under a public report: it happened to me, too.
import card from '../../shared/page/card.module.css';
import { useJoiningTexts } from '../../texts/ways.ts';
import { FollowCard } from './follow-card.tsx';
import type { Followed } from './followed.ts';

export default function FollowSection({ report }: { report: Followed }) {
  const texts = useJoiningTexts();
  return (
    <section className={`${card.card} no-print`} aria-labelledby="me-too">
      <div>
        <h2 id="me-too">{texts.meToo}</h2>
        <p>{texts.about}</p>
      </div>
      <FollowCard report={report} />
    </section>
  );
}
