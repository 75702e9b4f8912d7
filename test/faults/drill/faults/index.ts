// All faults by the names that `--faults` takes.
import { gone, stopped } from './away.ts';
import { decree, succession } from './batches.ts';
import { clocksApart, clocksOf } from './clocks.ts';
import { diskFull } from './disks.ts';
import type { Fault } from './fault.ts';
import { kill, rolling } from './killing.ts';
import { network } from './network.ts';
import { hangs } from './receivers.ts';
import { apis, workers } from '../stage/stage.ts';

export const faults = {
  kill,
  rolling,
  'database-stopped': stopped('database'),
  'database-gone': gone('database'),
  'engine-stopped': stopped('engine'),
  'engine-gone': gone('engine'),
  latency: network('latency'),
  bandwidth: network('bandwidth'),
  slicer: network('slicer'),
  reset: network('reset'),
  timeout: network('timeout'),
  unanswered: network('unanswered'),
  'disk-record': diskFull('record'),
  'disk-engine': diskFull('engine'),
  'disk-attachments': diskFull('attachments'),
  'disk-logs': diskFull('logs'),
  'clock-api': clocksOf(apis),
  'clock-worker': clocksOf(workers),
  'clock-both': clocksOf([...apis, ...workers]),
  'clock-apart': clocksApart,
  'mail-hangs': hangs('mail'),
  'webhook-hangs': hangs('webhook'),
  decree,
  succession,
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof faults;
export const faultNames = Object.keys(faults) as FaultName[];

/** Throws with those that there are when it is none. */
export function faultName(name: string): FaultName {
  if (Object.hasOwn(faults, name)) return name as FaultName;
  throw new Error(`There is no fault “${name}”; there are ${faultNames.join(', ')}.`);
}
