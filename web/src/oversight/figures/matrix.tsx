// Counts by two names: rows and columns, their sums first, where a phone still shows them.
import type { ReactNode } from 'react';
import { Count } from './count.tsx';
import { ScrollTable } from '../../shared/officers/scroll-table.tsx';
import classes from '../../shared/officers/table.module.css';

export interface Cell {
  row: string;
  column: string;
  count: number;
}

interface MatrixProps {
  caption: string;
  /** Above the names of the rows. */
  corner: string;
  sum: string;
  cells: readonly Cell[];
  renderRow: (row: string) => ReactNode;
  columnName: (column: string) => ReactNode;
  href?: (cell: { row?: string; column?: string }) => string;
  columns: string[];
  /** So many rows are shown; the sums are of all. */
  most?: number;
}

const add = (cells: readonly Cell[]) => cells.reduce((total, { count }) => total + count, 0);

export function Matrix({
  caption,
  corner,
  sum,
  cells,
  renderRow,
  columnName,
  href,
  columns,
  most,
}: MatrixProps) {
  const bySum = (row: string) => add(cells.filter((cell) => cell.row === row));
  const rows = [...new Set(cells.map(({ row }) => row))].sort((a, b) => bySum(b) - bySum(a));
  return (
    <ScrollTable caption={caption}>
      <thead>
        <tr>
          <th scope="col">{corner}</th>
          <th scope="col" className={classes.number}>
            {sum}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" className={classes.number}>
              {columnName(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, most).map((row) => (
          <tr key={row}>
            <th scope="row">
              <span className={classes.label}>{renderRow(row)}</span>
            </th>
            <td className={classes.number}>
              <Count value={bySum(row)} href={href?.({ row })} />
            </td>
            {columns.map((column) => {
              const count = add(cells.filter((cell) => cell.row === row && cell.column === column));
              return (
                <td key={column} className={classes.number}>
                  {count > 0 ? (
                    <Count value={count} href={href?.({ row, column })} />
                  ) : (
                    <span className={classes.zero}>0</span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{sum}</th>
          <td className={classes.number}>
            <Count value={add(cells)} href={href?.({})} />
          </td>
          {columns.map((column) => (
            <td key={column} className={classes.number}>
              <Count value={add(cells.filter((cell) => cell.column === column))} href={href?.({ column })} />
            </td>
          ))}
        </tr>
      </tfoot>
    </ScrollTable>
  );
}
