// The rows of the inbox: walked by keys, selected for bulk decisions, decided one by one.
import { Button, Checkbox } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { type OfficeAction, officeActions } from '../../../../sop/terms.ts';
import { BulkDialog } from '../deciding/bulk-dialog.tsx';
import { DecideDialog } from '../deciding/decide-dialog.tsx';
import { useDone } from '../deciding/use-done.ts';
import { useDesk } from '../desk.tsx';
import { reportQuery, useFormsReady } from '../queries.ts';
import { actionKeys, useShortcuts } from '../shortcuts.ts';
import { useOfficeTexts } from '../texts.ts';
import type { Item } from '../types.ts';
import { BulkBar } from './bulk-bar.tsx';
import classes from './inbox.module.css';
import { ReportRow } from './report-row.tsx';
import { searchBoxId } from './search-box.tsx';
import { focusedNumber, focusRow, useWalk } from './use-walk.ts';

interface InboxListProps {
  items: readonly Item[];
  /** The filters as they stand in the address. */
  search: string;
}

export function InboxList({ items, search }: InboxListProps) {
  const { inbox, words } = useOfficeTexts();
  const { selected, select, lookAt } = useDesk();
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const done = useDone();
  useFormsReady();
  const walk = useWalk(items);
  const [deciding, setDeciding] = useState<{ number: string; action: OfficeAction }>();
  const [bulk, setBulk] = useState<OfficeAction>();
  const chosen = items.filter(({ number }) => selected.has(number));
  const hrefOf = (number: string) =>
    `/kantor/laporan/${number}?${new URLSearchParams(`antrean=1&${search}`)}`;
  const toggle = (number: string) => {
    const next = new Set(selected);
    if (!next.delete(number)) next.add(number);
    select(next);
  };
  const decide = (item: Item, action: OfficeAction) => {
    lookAt(item.number);
    setDeciding({ number: item.number, action });
  };
  const byKey = (action: OfficeAction) => () => {
    if (chosen.length > 0) {
      if (!chosen.some(({ options }) => options.includes(action))) return false;
      return setBulk(action);
    }
    const item = items.find(({ number }) => number === focusedNumber());
    return item?.options.includes(action) ? decide(item, action) : false;
  };
  const onFocused = (run: (number: string) => void) => () => {
    const number = focusedNumber();
    return number === undefined ? false : run(number);
  };
  useShortcuts({
    j: () => walk.move(1),
    k: () => walk.move(-1),
    o: onFocused((number) => navigate(hrefOf(number))),
    x: onFocused(toggle),
    '/': () => document.getElementById(searchBoxId)?.focus(),
    ...Object.fromEntries(officeActions.map((action) => [actionKeys[action], byKey(action)])),
  });
  const allSelected = chosen.length === items.length;
  return (
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
        {items.map((item) => {
          const [first] = item.options;
          return (
            <ReportRow
              key={item.number}
              item={item}
              href={hrefOf(item.number)}
              selected={selected.has(item.number)}
              before={
                <Checkbox
                  className={classes.check ?? ''}
                  aria-label={inbox.select(item.number)}
                  checked={selected.has(item.number)}
                  onFocus={() => lookAt(item.number)}
                  onChange={() => toggle(item.number)}
                />
              }
              after={
                <div className={classes.act}>
                  {first && (
                    <Button
                      variant="default"
                      size="sm"
                      onClick={() => decide(item, first)}
                      onFocus={() => void client.prefetchQuery(reportQuery(item.number))}
                      onMouseEnter={() => void client.prefetchQuery(reportQuery(item.number))}
                    >
                      {words.actions[first]}
                      <span className="visually-hidden"> {item.number}</span>
                    </Button>
                  )}
                </div>
              }
            />
          );
        })}
      </ul>
      <BulkBar chosen={chosen} onAction={setBulk} onClear={() => select(new Set())} />
      {deciding && (
        <DecideDialog
          {...deciding}
          onClose={() => setDeciding(undefined)}
          onDone={(body, outcome) => {
            const stays = outcome.options.length > 0;
            const next = stays ? deciding.number : walk.follow(deciding.number);
            setDeciding(undefined);
            done(body, outcome);
            // After the dialog has given the focus back.
            if (next !== undefined) setTimeout(() => focusRow(next), 50);
          }}
        />
      )}
      {bulk && (
        <BulkDialog
          action={bulk}
          selected={chosen}
          onClose={(gone) => {
            setBulk(undefined);
            select(new Set([...selected].filter((number) => !gone.has(number))));
          }}
        />
      )}
    </>
  );
}
