// All reports that the officer may see, by filters that live in the address.
import { useAddress } from '../../shared/state/address.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import { GroupChoice } from '../lists/grouping/group-choice.tsx';
import { groupingIn, holderGroupings } from '../lists/grouping/group-of.ts';
import { ListDesk } from '../lists/list-desk.tsx';
import classes from '../lists/desk.module.css';
import { useSearch } from '../queries.ts';
import { ContactSearch } from './contact-search.tsx';
import { searchFilters } from './narrowing/filters.ts';
import { SearchRow } from './rows/search-row.tsx';

const always = () => true;

export function SearchPage({ number }: { number: string | undefined }) {
  const { inbox } = useOfficeTexts();
  const state = useAddress(searchFilters);
  const order = useAddress(['group']);
  const by = groupingIn(order.values, holderGroupings);
  const asked = useSearch({ ...state.values, ...(by && { group: by }) });
  const count = asked.items?.length ?? 0;
  return (
    <ListDesk
      number={number}
      title={inbox.search.title}
      home="/kantor/laporan"
      flag="cari"
      filters={searchFilters}
      state={state}
      more={order.values}
      asked={asked}
      groups={by && { by, office: 'holder' }}
      tools={
        number === undefined && (
          <>
            <GroupChoice state={order} groupings={holderGroupings} />
            <ContactSearch />
          </>
        )
      }
      Row={SearchRow}
      actions={[]}
      stays={always}
      total={asked.hasNextPage ? inbox.moreThan(count) : String(count)}
      counts={
        count > 0 && (
          <p className={classes.counts} role="status">
            {by ? inbox.search.shownInGroups(count) : inbox.search.shown(count)}
          </p>
        )
      }
      nothing={null}
    />
  );
}
