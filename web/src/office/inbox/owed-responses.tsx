// reading 5: a UPT holds the report, and the Eselon 1 office still owes the first response: not in the inbox, but its to do.
import { IconAlertOctagon, IconClock } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useOfficeFormat } from '../../texts/office-format.ts';
import { useOwed } from '../queries.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import type { Item } from '../../api/types.ts';
import { Strip } from './strip.tsx';

const isPast = (at: string) => Date.parse(at) < Date.now();

function Owed({ item: { number, title, firstResponseDue, firstResponseProvisional } }: { item: Item }) {
  const { inbox, words } = useOfficeTexts();
  const { brief } = useOfficeFormat();
  const due = firstResponseDue ?? '';
  const when = words.markedBriefly(brief(due), firstResponseProvisional);
  const late = isPast(due);
  const Icon = late ? IconAlertOctagon : IconClock;
  return (
    <li data-tone={late ? 'bad' : undefined}>
      <Link href={`/kantor/laporan/${number}`}>{title}</Link>
      <span>
        <Icon size={16} aria-hidden /> {late ? inbox.owedLate(when) : inbox.owedBy(when)}
      </span>
    </li>
  );
}

export function OwedResponses() {
  const { inbox } = useOfficeTexts();
  const items = useOwed();
  if (items.length === 0) return null;
  return (
    <Strip title={inbox.owed(items.length)} count={items.length}>
      {items.map((item) => (
        <Owed key={item.number} item={item} />
      ))}
    </Strip>
  );
}
