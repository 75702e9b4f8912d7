// The desk of an office: one of its three lists, alone or with a report beside it, or a report alone.
import { useLocation, useSearchParams } from 'wouter';
import { DisposedPage } from '../disposed/disposed-page.tsx';
import { InboxPage } from '../inbox/inbox-page.tsx';
import { SearchPage } from '../inbox/search-page.tsx';
import classes from './desk.module.css';
import { ReportPage } from '../report/report-page.tsx';

/** The addresses of the lists, and of a report; it says behind its `?` from which list it was opened. */
export const deskPath = /^\/kantor(?:\/(?:disposisi|laporan(?:\/(?<number>[^/]+))?))?\/?$/;
const lists = { antrean: InboxPage, disposisi: DisposedPage, cari: SearchPage };
const homes: Record<string, keyof typeof lists> = {
  '/kantor': 'antrean',
  '/kantor/disposisi': 'disposisi',
  '/kantor/laporan': 'cari',
};

export function DeskPage({ number }: { number: string | undefined }) {
  const [location] = useLocation();
  const [search] = useSearchParams();
  const from = Object.keys(lists) as (keyof typeof lists)[];
  const which =
    number === undefined ? homes[location.replace(/\/$/, '')] : from.find((name) => search.has(name));
  if (which) {
    const List = lists[which];
    return <List number={number} />;
  }
  if (number === undefined) return null;
  return (
    <div className={classes.report} key={number}>
      <ReportPage number={number} />
    </div>
  );
}
