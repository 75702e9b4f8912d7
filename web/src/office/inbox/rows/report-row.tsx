// One report of a list: what differs from the others, on as few lines as there is room for.
import { IconUser } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { statusNameOf } from '../../../../../sop/terms.ts';
import type { Item } from '../../../api/types.ts';
import { useOfficeFormat } from '../../../texts/office-format.ts';
import { useOfficeTexts } from '../../../texts/office.ts';
import { Deadline, standingOf } from '../../deadline.tsx';
import { useTick } from '../../frame/ticking.ts';
import type { Likely } from '../../lists/likely/use-likely.ts';
import { Age } from './age.tsx';
import { Marks } from './marks.tsx';
import classes from './row.module.css';

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
  /** It is open beside the list. */
  current?: boolean;
  /** The report that it may be a duplicate of. */
  likely?: Likely | undefined;
  /** It has left the list meanwhile. */
  gone?: boolean;
  /** Lists of several offices say who holds it. */
  withHolder?: boolean;
  /** With the holder: since when. */
  holderSince?: string;
  /** What else there is to say. */
  facts?: readonly string[];
}

/** What is urgent before what it is about. */
function useFacts({ item, withHolder, holderSince, facts = [], gone }: ReportRowProps): string[] {
  const { words, inbox } = useOfficeTexts();
  const { brief } = useOfficeFormat();
  const { totalDays } = item.remaining;
  const parts = [
    gone && inbox.gone,
    totalDays !== null && totalDays <= wholeNearDays && inbox.whole(totalDays),
    item.firstResponseDue &&
      inbox.firstResponseBy(words.markedBriefly(brief(item.firstResponseDue), item.firstResponseProvisional)),
    withHolder &&
      item.holder.level !== 'system' &&
      inbox.heldBy(item.holder.name, holderSince && brief(holderSince)),
    withHolder && words.statuses[statusNameOf(item)],
    ...facts,
    item.kind !== 'pengaduan' && words.kinds[item.kind],
    item.category,
    item.place ?? item.region?.words,
  ];
  return [...new Set(parts.filter((part): part is string => Boolean(part)))];
}

export function ReportRow(props: ReportRowProps) {
  const { item, href, inHand, before, after, likely } = props;
  const { selected = false, current = false, gone = false } = props;
  const { inbox } = useOfficeTexts();
  const facts = useFacts(props);
  const prefix = /^[A-Z]+-/.exec(item.number)?.[0] ?? '';
  useTick();
  return (
    <li
      className={classes.row}
      data-number={item.number}
      data-selected={selected}
      data-current={current}
      data-gone={gone}
      data-standing={standingOf(item)}
    >
      {before}
      <div className={classes.what}>
        <Link href={href} className={classes.subject} aria-current={current ? 'true' : undefined}>
          {item.title}
        </Link>
        <span className={classes.excerpt}>{item.excerpt}</span>
      </div>
      <div className={classes.sub}>
        <div className={classes.when}>
          <Deadline item={item} inRow />
        </div>
        <span className={classes.number}>
          <span className={classes.prefix}>{prefix}</span>
          {item.number.slice(prefix.length)}
        </span>
        <ul className={classes.facts}>
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
        <Marks item={item} likely={likely} />
        <span className={classes.hand} title={inHand ? inbox.inHand(inHand) : undefined}>
          {inHand && (
            <>
              <IconUser size={14} aria-hidden />
              <span className="visually-hidden">{inbox.handledBy}</span>
              <span>{inHand}</span>
            </>
          )}
        </span>
      </div>
      <Age receivedAt={item.receivedAt} />
      {after}
    </li>
  );
}
