// Who counts as one caller, where there are limits.
import { isIPv6 } from 'node:net';

/** The address; of IPv6 its first 64 bits, as many as one line gets at least. */
export function addressOf({ ip }: { ip?: string }): string {
  // Whoever broke off before we looked has no address any more.
  if (ip === undefined) return 'gone';
  if (!isIPv6(ip)) return ip;
  const mapped = /[\d.]+$/.exec(ip)?.[0] ?? '';
  if (mapped.includes('.')) return mapped;
  const [before = '', after] = ip.split('::');
  const groups = before === '' ? [] : before.split(':');
  const behind = after === undefined || after === '' ? 0 : after.split(':').length;
  const whole = [...groups, ...Array<string>(8 - groups.length - behind).fill('0')];
  const network = after === undefined ? groups : [...whole, ...after.split(':')];
  return network
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
