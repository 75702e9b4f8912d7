// The rows of the inbox: walked by keys, selected for bulk decisions, decided one by one.
import { Checkbox } from '@mantine/core';
import { useCallback, useState } from 'react';
import { type OfficeAction, officeActions } from '../../../../sop/terms.ts';
import { BulkDialog } from '../deciding/dialogs/bulk-dialog.tsx';
import { DecideDialog } from '../deciding/dialogs/decide-dialog.tsx';
import { useDone } from '../deciding/use-done.ts';
import { useDesk } from '../desk.tsx';
import { useFormsReady, useInHand } from '../queries.ts';
import { actionKeys, useShortcuts } from '../shortcuts.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import type { DecisionBody, Item, Outcome } from '../../api/types.ts';
import { BulkBar } from './bulk-bar.tsx';
import { isOurTurn } from '../deciding/actions.ts';
import classes from './inbox.module.css';
import { InboxRow } from './inbox-row.tsx';
import { searchBoxId } from './search-box.tsx';
import { focusedNumber, type Walk } from './use-walk.ts';

/** By when a dialog that closes has given the focus back. */
const afterDialogMs = 50;

interface InboxListProps {
  items: readonly Item[];
  /** The filters as they stand in the address. */
  search: string;
  walk: Walk;
}

export function InboxList({ items, search, walk }: InboxListProps) {
  const { inbox } = useOfficeTexts();
  const { selected, select, placeRef } = useDesk();
  const done = useDone();
  const inHand = useInHand();
  useFormsReady();
  const [deciding, setDeciding] = useState<{ number: string; action: OfficeAction }>();
  const [bulk, setBulk] = useState<OfficeAction>();
  const chosen = items.filter(({ number }) => selected.has(number));
  const query = new URLSearchParams(`antrean=1&${search}`).toString();
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
      if (!chosen.some(({ options }) => options.includes(action))) return false;
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
    ...Object.fromEntries(officeActions.map((action) => [actionKeys[action], byKey(action)])),
  });
  const onDone = (number: string, body: DecisionBody, outcome: Outcome) => {
    const at = items.findIndex((item) => item.number === number);
    // As long as it is our turn, the focus stays; after the last report, on to the most urgent one.
    const next = isOurTurn(outcome.options) ? items[at] : (items[at + 1] ?? items[0]);
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
          <InboxRow
            key={item.number}
            item={item}
            href={`/kantor/laporan/${item.number}?${query}`}
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
      <BulkBar chosen={chosen} onAction={setBulk} onClear={() => select(new Set())} />
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
