// The public reports that this browser follows, and the key by which each browser counts once.
import type { Update } from '../../../../sop/terms.ts';
import { newKey } from '../../api/client.ts';
import { stored, storedJson } from '../../shared/state/stored.ts';

export interface Followed {
  number: string;
  title: string;
  /** What is mailed on wish, to the address that was given; absent: none was. */
  updates?: Update[];
}

const kept = storedJson<Followed[]>('tuntas.followed');
const device = stored('tuntas.device');
// What the browser does not keep holds at least until the next load of the page.
const ofThisLoad = newKey();

/** The latest first. */
export const followed = (): Followed[] => kept.read() ?? [];

const others = (number: string) => followed().filter((one) => one.number !== number);

export function rememberFollowed(one: Followed): void {
  kept.write([one, ...others(one.number)]);
}

export function forgetFollowed(number: string): void {
  const left = others(number);
  if (left.length > 0) kept.write(left);
  else kept.clear();
}

export function deviceKey(): string {
  const known = device.read();
  if (known !== null) return known;
  device.write(ofThisLoad);
  return ofThisLoad;
}
