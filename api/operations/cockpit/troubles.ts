// From when on something is wrong, and how bad that is. Where an alert watches the same, the bounds are those of docs/monitoring.
import type { troubles } from '../../../contract/operations/cockpit.ts';

export type Trouble = (typeof troubles)[number];
export type State = 'good' | 'look' | 'broken';

/** Beyond these somebody should look. */
export const bounds = {
  recordLagSeconds: 30,
  mailLagSeconds: 1_800,
  reconciledAgoSeconds: 3_600,
  /** Of tasks in the queue: a decision is refused after five. */
  queueSeconds: 5,
  /** Of the connections that PostgreSQL allows. */
  connectionsShare: 0.8,
  /** Of the disk. */
  freeShare: 0.1,
  /** Since a file came that no virus scanner has seen. */
  scanSeconds: 300,
  /** How long a virus that was found is shown: over a weekend. */
  foundDays: 3,
};

/** People cannot work, or what is owed is not done; of the others somebody is to look. */
const breaking: ReadonlySet<Trouble> = new Set<Trouble>([
  'hangs',
  'engine-away',
  'database-away',
  'storage-away',
  'failed',
  'no-worker',
  'unstarted',
  'mail-refused',
]);

export function stateOf(found: readonly Trouble[]): State {
  if (found.some((one) => breaking.has(one))) return 'broken';
  return found.length > 0 ? 'look' : 'good';
}

/** Those of which it is true, in their order. */
export function troublesOf(found: Partial<Record<Trouble, boolean>>): Trouble[] {
  return (Object.keys(found) as Trouble[]).filter((one) => found[one]);
}
