// All reports that the officer may see, by filters that live in the address.
import { useUser } from '../../session.tsx';
import { Page } from '../../shared/page/page.tsx';
import { More } from '../../shared/officers/more.tsx';
import { Pending } from '../../shared/messages/states.tsx';
import { OfficeLiveBadge } from '../live.tsx';
import { useInHand, useSearch } from '../queries.ts';
import { useShortcuts } from '../shortcuts.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import { FilterBar, NothingFits } from './filter-bar.tsx';
import classes from './inbox.module.css';
import { ReportRow } from './report-row.tsx';
import { searchBoxId } from './search-box.tsx';
import { useAddress } from '../../shared/state/address.ts';
import { searchFilters } from './filters.ts';
import { useWalk } from './use-walk.ts';

export function SearchPage() {
  const { inbox } = useOfficeTexts();
  const user = useUser();
  const seesAll = user?.role === 'ops' || user?.office.level === 'national';
  const state = useAddress(searchFilters);
  const asked = useSearch(state.values);
  const { items } = asked;
  const { move } = useWalk(items);
  const inHand = useInHand();
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    '/': () => document.getElementById(searchBoxId)?.focus(),
  });
  return (
    <Page
      title={inbox.search.title}
      lead={seesAll ? inbox.search.leadAll : inbox.search.lead}
      width="wide"
      actions={<OfficeLiveBadge />}
    >
      <FilterBar names={searchFilters} state={state} />
      <Pending asked={asked} />
      {items?.length === 0 && <NothingFits state={state} />}
      {items && items.length > 0 && (
        <>
          <p className={classes.counts} role="status">
            {inbox.search.shown(items.length)}
          </p>
          <ul className={classes.list} aria-label={inbox.list}>
            {items.map((item) => (
              <ReportRow
                key={item.number}
                item={item}
                href={`/kantor/laporan/${item.number}`}
                inHand={inHand(item)}
                withHolder
              />
            ))}
          </ul>
        </>
      )}
      <More asked={asked} />
    </Page>
  );
}
