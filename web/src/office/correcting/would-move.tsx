// Before a correction or an extension is sent: the deadlines that it moves (readings 19, 25).
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { OfficeAction } from '../../../../sop/terms.ts';
import { ask } from '../../api/client.ts';
import { complaintPath } from '../../api/paths.ts';
import type { DecisionPreview } from '../../api/types.ts';
import classes from '../deciding/deciding.module.css';
import { type Changes, changesIn } from '../deciding/words.ts';
import { officeKeys } from '../keys.ts';
import { MovedDeadlines } from './moved-deadlines.tsx';

/** Of a correction only its kind moves deadlines. */
function kindIn({ kind, oversight }: Changes): Changes {
  return { ...(kind !== undefined && { kind }), ...(oversight !== undefined && { oversight }) };
}

interface WouldMoveProps {
  number: string;
  action: OfficeAction;
  /** What is to be put right, as it was typed. */
  changes: string;
}

/** Nothing where none moves, or while that is not known. */
export function WouldMove({ number, action, changes: typed }: WouldMoveProps) {
  const changes = kindIn(changesIn(typed));
  const enabled = action === 'extend' || (action === 'correct' && Object.keys(changes).length > 0);
  const body = { action, ...(action === 'correct' && { changes }) };
  const { data } = useQuery({
    queryKey: officeKeys.preview(number, body),
    queryFn: ({ signal }) =>
      ask<DecisionPreview>(`${complaintPath(number)}/decisions/preview`, { method: 'POST', body, signal }),
    enabled,
    placeholderData: keepPreviousData,
  });
  if (!enabled || !data || data.changes.length === 0) return null;
  return (
    <div role="status">
      <MovedDeadlines changes={data.changes} className={classes.moved} />
    </div>
  );
}
