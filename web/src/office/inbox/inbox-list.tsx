// The rows of the inbox, or of what was disposed: walked by keys, selected for bulk decisions, decided one by one.
import { Checkbox } from '@mantine/core';
import { type ComponentType, useCallback, useState } from 'react';
import { type OfficeAction, officeActions } from '../../../../sop/terms.ts';
import { isOpenForMany } from '../deciding/actions.ts';
import { BulkDialog } from '../deciding/dialogs/bulk-dialog.tsx';
import { DecideDialog } from '../deciding/dialogs/decide-dialog.tsx';
import { useDone } from '../deciding/use-done.ts';
import { useDesk } from '../desk.tsx';
import { useFormsReady, useInHand } from '../queries.ts';
import { actionKeys, useShortcuts } from '../shortcuts.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import type { DecisionBody, Item, Outcome } from '../../api/types.ts';
import { BulkBar } from './bulk-bar.tsx';
import classes from './inbox.module.css';
import { searchBoxId } from './search-box.tsx';
import { focusedNumber, type Walk } from './use-walk.ts';

/** By when a dialog that closes has given the focus back. */
const afterDialogMs = 50;

/** What a row of such a list is given. */
export interface RowProps<T extends Item> {
  item: T;
  href: string;
  inHand: string | null;
  selected: boolean;
  /** These stay the same functions. */
  onToggle: (number: string) => void;
  onDecide: (number: string, action: OfficeAction) => void;
}

interface InboxListProps<T extends Item> {
  items: readonly T[];
  Row: ComponentType<RowProps<T>>;
  hrefOf: (number: string) => string;
  /** What is decided from here. */
  actions?: readonly OfficeAction[];
  /** Whether a report on which these are open remains in the list. */
  stays: (options: readonly OfficeAction[]) => boolean;
  walk: Walk;
}

export function InboxList<T extends Item>({
  items,
  Row,
  hrefOf,
  actions = officeActions,
  stays,
  walk,
}: InboxListProps<T>) {
  const { inbox } = useOfficeTexts();
  const { selected, select, placeRef } = useDesk();
  const done = useDone();
  const inHand = useInHand();
  useFormsReady();
  const [deciding, setDeciding] = useState<{ number: string; action: OfficeAction }>();
  const [bulk, setBulk] = useState<OfficeAction>();
  const chosen = items.filter(({ number }) => selected.has(number));
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
    return item?.options.includes(action) ? decide(item.number, action) : false;
  };
  useShortcuts({
    j: () => walk.move(1),
    k: () => walk.move(-1),
    x: () => {
      const number = focusedNumber();
      return number === undefined ? false : toggle(number);
    },
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
  const allSelected = chosen.length === items.length;
  const rows = (
    <>
      <div className={classes.select}>
        <Checkbox
          size="sm"
          label={inbox.selectAll}
          checked={allSelected}
          indeterminate={!allSelected && chosen.length > 0}
          onChange={() => select(allSelected ? new Set() : new Set(items.map(({ number }) => number)))}
        />
      </div>
      <ul className={classes.list} aria-label={inbox.list}>
        {items.map((item) => (
          <Row
            key={item.number}
            item={item}
            href={hrefOf(item.number)}
            inHand={inHand(item)}
            selected={selected.has(item.number)}
            onToggle={toggle}
            onDecide={decide}
          />
        ))}
      </ul>
    </>
  );
  return (
    <>
      {items.length > 0 && rows}
      <BulkBar chosen={chosen} actions={actions} onAction={setBulk} onClear={() => select(new Set())} />
      {deciding && (
        <DecideDialog
          {...deciding}
          onClose={() => setDeciding(undefined)}
          onDone={(body, outcome) => onDone(deciding.number, body, outcome)}
        />
      )}
      {bulk && (
        <BulkDialog
          action={bulk}
          selected={chosen}
          stays={stays}
          onClose={(gone) => {
            setBulk(undefined);
            select((before) => new Set([...before].filter((number) => !gone.has(number))));
            // The button that opened it may have gone.
            setTimeout(walk.goBack, afterDialogMs);
          }}
        />
      )}
    </>
  );
}
