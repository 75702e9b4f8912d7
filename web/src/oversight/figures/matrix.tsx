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

/** Of a row, of a column, or of all. */
interface Place {
  row?: string;
  column?: string;
}

interface MatrixProps {
  caption: string;
  /** Above the names of the rows. */
  corner: string;
  sum: string;
  cells: readonly Cell[];
  renderRow: (row: string) => ReactNode;
  columnName: (column: string) => ReactNode;
  href?: (cell: Place) => string;
  /** Where a sum is not that of its cells. */
  sumOf?: (place: Place) => number;
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
  sumOf,
  columns,
  most,
}: MatrixProps) {
  const sumAt = (place: Place) =>
    sumOf?.(place) ??
    add(
      cells.filter(
        (cell) => (place.row ?? cell.row) === cell.row && (place.column ?? cell.column) === cell.column,
      ),
    );
  const rows = [...new Set(cells.map(({ row }) => row))].sort(
    (a, b) => sumAt({ row: b }) - sumAt({ row: a }),
  );
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
              <Count value={sumAt({ row })} href={href?.({ row })} />
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
            <Count value={sumAt({})} href={href?.({})} />
          </td>
          {columns.map((column) => (
            <td key={column} className={classes.number}>
              <Count value={sumAt({ column })} href={href?.({ column })} />
            </td>
          ))}
        </tr>
      </tfoot>
    </ScrollTable>
  );
}
