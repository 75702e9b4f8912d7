// The latest of something about reports of a part: a report a line, and what is said of it.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { ScrollTable } from '../../shared/officers/scroll-table.tsx';
import tables from '../../shared/officers/table.module.css';
import { useFormat } from '../../texts/format.ts';
import classes from './office-page.module.css';

interface Latest {
  key: string;
  number: string;
  title: string;
  at: string;
  /** Who or what, and in small below it. */
  of: ReactNode;
  small: ReactNode;
  /** In the words of whoever said it. */
  said: string;
}

export function LatestTable({
  caption,
  heads,
  items,
}: {
  caption: string;
  heads: string[];
  items: Latest[];
}) {
  const { date } = useFormat();
  return (
    <ScrollTable caption={caption}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map(({ key, number, title, at, of, small, said }) => (
          <tr key={key}>
            <th scope="row">
              <Link href={`/kantor/laporan/${number}`}>{title}</Link>
              <span className={tables.small}>
                {number}, {date(at)}
              </span>
            </th>
            <td>
              {of}
              <span className={tables.small}>{small}</span>
            </td>
            <td className={classes.reason} lang="id">
              {said}
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
