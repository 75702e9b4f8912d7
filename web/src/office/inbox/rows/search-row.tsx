// A report that was found: wherever it is, and with whom.
import { memo } from 'react';
import type { Item } from '../../../api/types.ts';
import type { RowProps } from '../../lists/row-props.ts';
import { ReportRow } from './report-row.tsx';

export const SearchRow = memo(function SearchRow(props: RowProps<Item>) {
  return <ReportRow {...props} withHolder />;
});
