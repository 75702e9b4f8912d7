// The rows of a list: walked by keys, selected for bulk decisions, decided one by one.
import { Checkbox } from '@mantine/core';
import { type ComponentType, type ReactNode, useCallback, useRef, useState } from 'react';
import type { OfficeAction } from '../../../../sop/terms.ts';
import type { DecisionBody, Item, Outcome } from '../../api/types.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import { isOpenForMany, mainFirst } from '../deciding/actions.ts';
import { BulkDialog } from '../deciding/dialogs/bulk-dialog.tsx';
import { DecideDialog } from '../deciding/dialogs/decide-dialog.tsx';
import { useDone } from '../deciding/use-done.ts';
import { useDesk } from '../desk.tsx';
import { useDecisionCommands } from '../frame/decision-commands.ts';
import { searchBoxId } from '../inbox/narrowing/search-box.tsx';
import rowClasses from '../inbox/rows/row.module.css';
import { useFormsReady, useInHand } from '../queries.ts';
import { actionKeys, handKey, useShortcuts } from '../shortcuts.ts';
import { AutoMore } from './auto-more.tsx';
import { BulkBar } from './bulk-bar.tsx';
import classes from './desk.module.css';
import type { RowProps } from './row-props.ts';
import { Grouped, type Groups } from './grouping/grouped.tsx';
import { HandingDialog } from './handing/handing-dialog.tsx';
import { useLikely } from './likely/use-likely.ts';
import type { HeldList } from './live/use-held.ts';
import { useFocusInSight } from './use-focus-in-sight.ts';
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
  groups: Groups | undefined;
  Row: ComponentType<RowProps<T>>;
  hrefOf: (number: string) => string;
  /** What is decided from here. */
  actions: readonly OfficeAction[];
  /** Whether they are handed to colleagues from here. */
  hands: boolean;
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
  groups,
  Row,
  hrefOf,
  actions,
  hands,
  stays,
  number: open,
  beside,
  children,
}: RowsProps<T>) {
  const { inbox } = useOfficeTexts();
  const { selected, select, placeRef } = useDesk();
  const done = useDone();
  const inHand = useInHand();
  useFormsReady();
  const [deciding, setDeciding] = useState<{ number: string; action: OfficeAction }>();
  const [bulk, setBulk] = useState<OfficeAction>();
  const [handing, setHanding] = useState<readonly T[]>();
  const { rows: items = [], gone = none, waiting = 0 } = shown;
  const scroller = useRef<HTMLDivElement>(null);
  const likelyOf = useLikely(scroller, shown.rows);
  useFocusInSight(scroller, shown.rows);
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
  const openForMany = (action: OfficeAction) => chosen.filter((item) => isOpenForMany(action, item)).length;
  const focused = () => items.find(({ number }) => number === focusedNumber() && !gone.has(number));
  const byKey = (action: OfficeAction) => () => {
    if (chosen.length > 0) return openForMany(action) > 0 && setBulk(action);
    const item = focused();
    return item?.options.includes(action) ? decide(item.number, action) : false;
  };
  useDecisionCommands(() => {
    if (chosen.length > 0)
      return mainFirst(actions.filter((action) => openForMany(action) > 0)).map((action) => ({
        action,
        count: openForMany(action),
        run: () => setBulk(action),
      }));
    const item = focused();
    if (!item) return [];
    const { number } = item;
    const open = mainFirst(item.options.filter((action) => actions.includes(action)));
    return open.map((action) => ({ action, number, count: 1, run: () => decide(number, action) }));
  });
  useShortcuts({
    // With a report beside it, these open the next one.
    ...(!beside && { j: () => walk.move(1), k: () => walk.move(-1) }),
    ...(actions.length > 0 && {
      x: () => {
        const number = focusedNumber();
        return number === undefined ? false : toggle(number);
      },
    }),
    ...(hands && {
      [handKey]: () => {
        const one = focused();
        const some = chosen.length > 0 ? chosen : one ? [one] : [];
        return some.length > 0 && setHanding(some);
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
        <div className={classes.scroller} ref={scroller}>
          <div className={classes.states}>{children}</div>
          <Grouped rows={items} groups={groups} beside={beside}>
            {(item) => (
              <Row
                key={item.number}
                item={item}
                href={hrefOf(item.number)}
                inHand={inHand(item)}
                selected={selected.has(item.number)}
                current={item.number === open}
                gone={gone.has(item.number)}
                likely={likelyOf(item.number)}
                beside={beside}
                onToggle={toggle}
                onDecide={decide}
              />
            )}
          </Grouped>
          <AutoMore asked={asked} />
        </div>
      </div>
      <BulkBar
        chosen={chosen}
        actions={actions}
        onAction={setBulk}
        onHand={hands ? () => setHanding(chosen) : undefined}
        onClear={() => select(new Set())}
      />
      {handing && (
        <HandingDialog
          items={handing}
          onClose={(handed) => {
            setHanding(undefined);
            select((before) => new Set([...before].filter((number) => !handed.has(number))));
            setTimeout(walk.goBack, afterDialogMs);
          }}
        />
      )}
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
