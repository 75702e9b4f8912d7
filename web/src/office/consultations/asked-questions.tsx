// reading 24: what other offices ask mine, with a clock of its own: not in the inbox, but ours to answer.
import { IconAlertOctagon, IconClock } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { AskedConsultation } from '../../api/types.ts';
import { useOfficeFormat } from '../../texts/office-format.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import { Strip } from '../inbox/strip.tsx';
import { useAskedQuestions } from '../queries.ts';
import { standingOfQuestion } from './standing.ts';

function Asked({ item }: { item: AskedConsultation }) {
  const { consultations: texts, words } = useOfficeTexts();
  const { brief } = useOfficeFormat();
  const standing = standingOfQuestion(item);
  const late = standing === 'late';
  const Icon = late ? IconAlertOctagon : IconClock;
  return (
    <li data-tone={late ? 'bad' : undefined}>
      <Link href={`/kantor/laporan/${item.number}`}>{item.title}</Link>
      <span>{item.from.name}</span>
      <span>
        <Icon size={16} aria-hidden /> {texts.standing[standing]} ·{' '}
        {words.markedBriefly(texts.due(brief(item.deadline)), item.provisional)}
      </span>
    </li>
  );
}

export function AskedQuestions() {
  const { consultations: texts } = useOfficeTexts();
  const items = useAskedQuestions();
  if (items.length === 0) return null;
  return (
    <Strip title={texts.list(items.length)} count={items.length}>
      {items.map((item) => (
        <Asked key={item.id} item={item} />
      ))}
    </Strip>
  );
}
