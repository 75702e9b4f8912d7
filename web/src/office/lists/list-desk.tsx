// A list and the report that was opened from it: beside each other where there is room, else one after the other.
import { type ComponentType, type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { OfficeAction } from '../../../../sop/terms.ts';
import type { Item } from '../../api/types.ts';
import { Pending } from '../../shared/messages/states.tsx';
import type { usePages } from '../../shared/officers/use-pages.ts';
import { hrefWith, type useAddress, type Values } from '../../shared/state/address.ts';
import { useDesk } from '../desk.tsx';
import { useWide } from '../frame/wide.ts';
import { FilterBar, NothingFits } from '../inbox/narrowing/filter-bar.tsx';
import { ReportPage } from '../report/report-page.tsx';
import classes from './desk.module.css';
import type { Groups } from './grouping/grouped.tsx';
import { LoadButton } from './handing/load-button.tsx';
import { ListHead } from './list-head.tsx';
import { QueueContext } from './queue-context.ts';
import type { RowProps } from './row-props.ts';
import { Rows, SelectAll } from './rows.tsx';
import { useDeskQueue } from './use-desk-queue.ts';
import { useHeld } from './live/use-held.ts';
import { useWalk } from './use-walk.ts';
import { SaveView } from './views/save-view.tsx';
import { ViewTabs } from './views/view-tabs.tsx';

/** Whose views are kept for it. */
const viewsOfList = { antrean: 'inbox', disposisi: 'disposed', cari: 'search' } as const;

export interface ListDeskProps<T extends Item> {
  /** The report that is open. */
  number: string | undefined;
  title: string;
  /** Its address, and the name by which the address of a report says that it was opened from here. */
  home: string;
  flag: keyof typeof viewsOfList;
  /** By what it is narrowed, and what else the address says of it. */
  filters: readonly string[];
  state: ReturnType<typeof useAddress>;
  more?: Values;
  asked: ReturnType<typeof usePages<T>>;
  /** By what it is grouped, if it is. */
  groups?: Groups | undefined;
  Row: ComponentType<RowProps<T>>;
  /** What is decided from the list; nothing where there is nothing to select for. */
  actions: readonly OfficeAction[];
  /** Whether a report on which these are open remains in the list. */
  stays: (options: readonly OfficeAction[]) => boolean;
  /** How many there are, as people say it. */
  total: string;
  /** They are with our office: handed to its people from here. */
  hands?: boolean;
  /** Once a report is decided, one goes on to the next. */
  goesOn?: boolean;
  counts: ReactNode;
  /** Besides the filters, in the same line. */
  tools?: ReactNode;
  /** Above the rows. */
  notices?: ReactNode;
  /** Instead of rows, when it is not the filters that leave none. */
  nothing: ReactNode;
}

export function ListDesk<T extends Item>(props: ListDeskProps<T>) {
  const { number, title, home, flag, filters, state, more = {}, asked, total, actions, stays, Row } = props;
  const { left } = useDesk();
  const wide = useWide();
  const beside = wide && number !== undefined;
  const values = { ...state.values, ...more };
  const shown = useHeld(asked.items, asked.isPlaceholderData ? undefined : JSON.stringify(values), left);
  const { rows, gone } = shown;
  const walk = useWalk(
    useMemo(() => rows?.filter((row) => !gone?.has(row.number)), [rows, gone]),
    number,
    asked,
  );
  const hrefOf = (one: string) => hrefWith(`/kantor/laporan/${one}`, { [flag]: '1', ...values });
  const queue = useDeskQueue({
    number,
    numbers: rows?.map((row) => row.number) ?? [],
    hrefOf,
    back: hrefWith(home, values),
    backLabel: title,
    total,
    inQueue: props.goesOn ?? false,
  });
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!beside) return;
    const row = pane.current?.querySelector(`[data-number="${CSS.escape(number)}"]`);
    row?.scrollIntoView({ block: 'nearest' });
  }, [beside, number]);
  return (
    <QueueContext value={queue}>
      <div className={classes.desk} data-desk data-beside={beside}>
        {(wide || number === undefined) && (
          <section className={`${classes.list} ${beside ? 'no-print' : ''}`} ref={pane} aria-label={title}>
            <ListHead
              title={title}
              beside={beside}
              counts={props.counts}
              views={!beside && <ViewTabs list={viewsOfList[flag]} values={values} />}
              tools={
                !beside && (
                  <>
                    <SaveView list={viewsOfList[flag]} values={values} />
                    {props.hands && <LoadButton />}
                  </>
                )
              }
            >
              <FilterBar
                names={filters}
                state={state}
                roomy={wide && !beside}
                before={actions.length > 0 && <SelectAll rows={rows ?? []} />}
                after={props.tools}
                onLeave={walk.toFirst}
              />
            </ListHead>
            {props.notices}
            {/* Also without rows: a dialog may be open that has just decided the last of them. */}
            <Rows
              {...{
                shown,
                asked,
                walk,
                groups: props.groups,
                hands: props.hands ?? false,
                Row,
                hrefOf,
                actions,
                stays,
                number,
                beside,
              }}
            >
              <Pending asked={asked} />
              {rows?.length === 0 && (state.any ? <NothingFits state={state} /> : props.nothing)}
            </Rows>
          </section>
        )}
        {number !== undefined && (
          <div className={classes.report} key={number}>
            <ReportPage number={number} />
          </div>
        )}
      </div>
    </QueueContext>
  );
}
