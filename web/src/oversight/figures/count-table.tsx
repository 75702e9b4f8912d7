// How many of each: a name, a bar, a number that leads to its list.
import { Bar } from './bar.tsx';
import { Count } from './count.tsx';
import { ScrollTable } from '../../shared/officers/scroll-table.tsx';
import classes from '../../shared/officers/table.module.css';

export interface CountRow {
  key: string;
  label: string;
  count: number;
  href?: string;
}

interface CountTableProps {
  caption: string;
  head: string;
  rows: CountRow[];
}

export function CountTable({ caption, head, rows }: CountTableProps) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <ScrollTable caption={caption}>
      <thead>
        <tr>
          <th scope="col">{caption}</th>
          <th scope="col" className={classes.number}>
            {head}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, count, href }) => (
          <tr key={key}>
            <th scope="row">
              <span className={classes.label}>{label}</span>
              <Bar shares={[count / most]} />
            </th>
            <td className={classes.number}>
              <Count value={count} href={href} />
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
