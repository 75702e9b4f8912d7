// The reports of one page of the register.
import { Link } from 'wouter';
import type { RegisterPage } from '../../api/types.ts';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.tsx';
import { StatusChip } from '../pieces/chip.tsx';
import classes from './register.module.css';

export function Entries({ items }: { items: RegisterPage['items'] }) {
  const { register, words } = useTexts();
  const { date } = useFormat();
  return (
    <ul className={classes.entries}>
      {items.map(({ number, kind, title, category, status, receivedAt, agency, answeredAt }) => (
        <li key={number}>
          <div className={classes.entry}>
            <h2 className={classes.title}>
              <Link href={`/register/${encodeURIComponent(number)}`}>{title}</Link>
            </h2>
            <p className={classes.facts}>
              {[number, words.kinds[kind], category, agency?.name].filter(Boolean).join(' · ')}
            </p>
            <p className={classes.facts}>
              {words.receivedAt} {date(receivedAt)}
              {answeredAt && ` · ${register.answeredAt(date(answeredAt))}`}
            </p>
          </div>
          <StatusChip status={status} />
        </li>
      ))}
    </ul>
  );
}
