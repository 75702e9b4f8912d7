// The rows of a list: walked by keys, selected for bulk decisions, decided one by one.
import { Checkbox } from '@mantine/core';
import { type ComponentType, type ReactNode, useCallback, useState } from 'react';
import type { OfficeAction } from '../../../../sop/terms.ts';
import type { DecisionBody, Item, Outcome } from '../../api/types.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import { isOpenForMany } from '../deciding/actions.ts';
import { BulkDialog } from '../deciding/dialogs/bulk-dialog.tsx';
import { DecideDialog } from '../deciding/dialogs/decide-dialog.tsx';
import { useDone } from '../deciding/use-done.ts';
import { useDesk } from '../desk.tsx';
import { useDensity } from '../frame/density.ts';
import { searchBoxId } from '../inbox/narrowing/search-box.tsx';
import rowClasses from '../inbox/rows/row.module.css';
import { useFormsReady, useInHand } from '../queries.ts';
import { actionKeys, useShortcuts } from '../shortcuts.ts';
import { AutoMore } from './auto-more.tsx';
import { BulkBar } from './bulk-bar.tsx';
import classes from './desk.module.css';
import type { RowProps } from './row-props.ts';
import type { HeldList } from './live/use-held.ts';
import { focusedNumber, type Walk } from './use-walk.ts';

/** By when a dialog that closes has given the focus back. */
const afterDialogMs = 50;
const none: ReadonlySet<string> = new Set();

/** Selects all that are on the screen, or none. */
export function SelectAll({ rows }: { rows: readonly Item[] }) {
  const { inbox } = useOfficeTexts();
  const { selected, select } = useDesk();
  const chosen = rows.filter(({ number }) => selected.has(number)).length;
  const all = rows.length > 0 && chosen === rows.length;
  return (
    <div className={rowClasses.check}>
      <Checkbox
        size="xs"
        aria-label={inbox.selectAll}
        title={inbox.selectAll}
        disabled={rows.length === 0}
        checked={all}
        indeterminate={!all && chosen > 0}
        onChange={() => select(all ? new Set() : new Set(rows.map(({ number }) => number)))}
      />
    </div>
  );
}

interface RowsProps<T extends Item> {
  shown: HeldList<T>;
  asked: Parameters<typeof AutoMore>[0]['asked'];
  walk: Walk;
  Row: ComponentType<RowProps<T>>;
  hrefOf: (number: string) => string;
  /** What is decided from here. */
  actions: readonly OfficeAction[];
  /** Whether a report on which these are open remains in the list. */
  stays: (options: readonly OfficeAction[]) => boolean;
  /** The report that is open, beside it or instead. */
  number: string | undefined;
  beside: boolean;
  /** Instead of rows: that they are on their way, or why there are none. */
  children: ReactNode;
}

export function Rows<T extends Item>({
  shown,
  asked,
  walk,
  Row,
  hrefOf,
  actions,
  stays,
  number: open,
  beside,
  children,
}: RowsProps<T>) {
  const { inbox } = useOfficeTexts();
  const { selected, select, placeRef } = useDesk();
  const [density] = useDensity();
  const done = useDone();
  const inHand = useInHand();
  useFormsReady();
  const [deciding, setDeciding] = useState<{ number: string; action: OfficeAction }>();
  const [bulk, setBulk] = useState<OfficeAction>();
  const { rows: items = [], gone = none, waiting = 0 } = shown;
  const chosen = items.filter(({ number }) => selected.has(number) && !gone.has(number));
  const toggle = useCallback(
    (number: string) => {
      placeRef.current.at = number;
      select((before) => {
        const next = new Set(before);
        if (!next.delete(number)) next.add(number);
        return next;
      });
    },
    [placeRef, select],
  );
  const decide = useCallback(
    (number: string, action: OfficeAction) => {
      placeRef.current.at = number;
      setDeciding({ number, action });
    },
    [placeRef],
  );
  const byKey = (action: OfficeAction) => () => {
    if (chosen.length > 0) {
      if (!chosen.some((item) => isOpenForMany(action, item))) return false;
      return setBulk(action);
    }
    const item = items.find(({ number }) => number === focusedNumber());
    return item?.options.includes(action) && !gone.has(item.number) ? decide(item.number, action) : false;
  };
  useShortcuts({
    // With a report beside it, these open the next one.
    ...(!beside && { j: () => walk.move(1), k: () => walk.move(-1) }),
    ...(actions.length > 0 && {
      x: () => {
        const number = focusedNumber();
        return number === undefined ? false : toggle(number);
      },
    }),
    '/': () => document.getElementById(searchBoxId)?.focus(),
    ...Object.fromEntries(actions.map((action) => [actionKeys[action], byKey(action)])),
  });
  const onDone = (number: string, body: DecisionBody, outcome: Outcome) => {
    const at = items.findIndex((item) => item.number === number);
    // As long as it is there, the focus stays; after the last report, on to the most urgent one.
    const next = stays(outcome.options) ? items[at] : (items[at + 1] ?? items[0]);
    setDeciding(undefined);
    done(body, outcome);
    if (next) setTimeout(() => walk.goTo(next.number), afterDialogMs);
  };
  return (
    <>
      <div className={classes.held} {...shown.pointer}>
        {waiting > 0 && (
          <button type="button" className={classes.waiting} onClick={shown.release}>
            {inbox.waiting(waiting)}
          </button>
        )}
        <div className={classes.scroller}>
          <div className={classes.states}>{children}</div>
          {items.length > 0 && (
            <ul className={rowClasses.rows} aria-label={inbox.list} data-density={density}>
              {items.map((item) => (
                <Row
                  key={item.number}
                  item={item}
                  href={hrefOf(item.number)}
                  inHand={inHand(item)}
                  selected={selected.has(item.number)}
                  current={item.number === open}
                  gone={gone.has(item.number)}
                  beside={beside}
                  onToggle={toggle}
                  onDecide={decide}
                />
              ))}
            </ul>
          )}
          <AutoMore asked={asked} />
        </div>
      </div>
      <BulkBar chosen={chosen} actions={actions} onAction={setBulk} onClear={() => select(new Set())} />
      {deciding && (
        <DecideDialog
          {...deciding}
          onClose={() => {
            setDeciding(undefined);
            setTimeout(() => walk.goTo(deciding.number), afterDialogMs);
          }}
          onDone={(body, outcome) => onDone(deciding.number, body, outcome)}
        />
      )}
      {bulk && (
        <BulkDialog
          action={bulk}
          selected={chosen}
          stays={stays}
          onClose={(left) => {
            setBulk(undefined);
            select((before) => new Set([...before].filter((number) => !left.has(number))));
            // The button that opened it may have gone.
            setTimeout(walk.goBack, afterDialogMs);
          }}
        />
      )}
    </>
  );
}
