// One report of a list: how it stands, what it is, where it is.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { statusNameOf } from '../../../../sop/terms.ts';
import { Deadline, standingOf } from '../deadline.tsx';
import { useOfficeFormat } from '../../texts/office-format.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import type { Item } from '../../api/types.ts';
import classes from './inbox.module.css';

/** reading 13: the whole limit is told in a list once it is this near, in working days. */
const wholeNearDays = 3;

interface ReportRowProps {
  item: Item;
  href: string;
  /** The officer who has it in hand. */
  inHand: string | null;
  /** Before the row: a checkbox. */
  before?: ReactNode;
  /** After it: a button. */
  after?: ReactNode;
  selected?: boolean;
  /** Lists of several offices say who holds it. */
  withHolder?: boolean;
  /** With the holder: since when. */
  holderSince?: string;
  /** What else there is to say. */
  facts?: readonly string[];
}

export function ReportRow({
  item,
  href,
  inHand,
  before,
  after,
  selected = false,
  withHolder = false,
  holderSince,
  facts,
}: ReportRowProps) {
  const { words, inbox } = useOfficeTexts();
  const { brief } = useOfficeFormat();
  const { totalDays } = item.remaining;
  const step = item.step as keyof typeof words.rows;
  const parts = [
    words.kinds[item.kind],
    withHolder ? words.statuses[statusNameOf(item)] : undefined,
    `${words.step(step)}: ${words.rows[step]}`,
    withHolder && item.holder.level !== 'system'
      ? inbox.heldBy(item.holder.name, holderSince && brief(holderSince))
      : undefined,
    inbox.receivedAt(brief(item.receivedAt)),
    item.firstResponseDue
      ? inbox.firstResponseBy(
          words.markedBriefly(brief(item.firstResponseDue), item.firstResponseProvisional),
        )
      : undefined,
    totalDays !== null && totalDays <= wholeNearDays ? inbox.whole(totalDays) : undefined,
    inHand ? inbox.inHand(inHand) : undefined,
    ...(facts ?? []),
  ];
  return (
    <li
      className={classes.row}
      data-number={item.number}
      data-selected={selected}
      data-standing={standingOf(item)}
    >
      {before}
      <div className={classes.what}>
        <p className={classes.line}>
          <Link href={href} className={classes.subject}>
            {item.title}
          </Link>
          <span className={classes.number}>{item.number}</span>
        </p>
        <ul className={classes.facts}>
          {parts.filter(Boolean).map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
      </div>
      <div className={classes.when}>
        <Deadline item={item} />
      </div>
      {after}
    </li>
  );
}
