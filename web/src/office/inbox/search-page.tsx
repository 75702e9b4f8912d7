// All reports that the officer may see, by filters that live in the address.
import { useAddress } from '../../shared/state/address.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import { ListDesk } from '../lists/list-desk.tsx';
import classes from '../lists/desk.module.css';
import { useSearch } from '../queries.ts';
import { searchFilters } from './narrowing/filters.ts';
import { SearchRow } from './rows/search-row.tsx';

const always = () => true;

export function SearchPage({ number }: { number: string | undefined }) {
  const { inbox } = useOfficeTexts();
  const state = useAddress(searchFilters);
  const asked = useSearch(state.values);
  const count = asked.items?.length ?? 0;
  return (
    <ListDesk
      number={number}
      title={inbox.search.title}
      home="/kantor/laporan"
      flag="cari"
      filters={searchFilters}
      state={state}
      asked={asked}
      Row={SearchRow}
      actions={[]}
      stays={always}
      total={asked.hasNextPage ? inbox.moreThan(count) : String(count)}
      counts={
        count > 0 && (
          <p className={classes.counts} role="status">
            {inbox.search.shown(count)}
          </p>
        )
      }
      nothing={null}
    />
  );
}
