// A disk that is full to the last byte.
import type { DiskName } from '../stage/disks.ts';
import type { Fault } from './fault.ts';

export function diskFull(name: DiskName): Fault {
  return {
    needsDisks: true,
    begin: async ({ stage: { disks } }) => {
      await disks.fill(name);
      return async () => disks.free(name);
    },
  };
}
