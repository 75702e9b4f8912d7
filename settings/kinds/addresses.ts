// Kinds of addresses: of servers, of people's pages, of machines and their ranges.
import { isIP } from 'node:net';
import { kind } from '../kind.ts';
import { numberWithin, port } from './plain.ts';

const when = (holds: boolean, text: string) => (holds ? text : undefined);

function isHttp(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
export const httpUrl = kind('an http(s) address', (value) => when(isHttp(value), value));
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);
function isTls(value: string): boolean {
  if (!isHttp(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === 'https:' || loopback.has(hostname);
}
export const tlsUrl = kind('an https address; http is for this machine only', (value) =>
  when(isTls(value), value),
);
/** As it stands in a text that says whom to write to: a mail address becomes a `mailto:`. */
export const contactUri = kind('a mail address or an https address', (value) => {
  if (/^(mailto:)?[^\s@<>:,?]+@[^\s@<>:,?]+$/.test(value)) return `mailto:${value.replace(/^mailto:/, '')}`;
  return when(URL.canParse(value) && new URL(value).protocol === 'https:', value);
});
/** Its host is whole and plain: pages are told from where pictures may come. */
const plainHost = /^https?:\/\/(\[[\da-f:.]+\]|[\w.-]+)(:\d+)?\//i;
export const tileUrl = kind(
  'an https address with {z}, {x} and {y} behind its host; http is for this machine only',
  (value) => {
    const isWhole = ['{z}', '{x}', '{y}'].every((part) => value.includes(part)) && plainHost.test(value);
    const one = value.replaceAll(/\{[zxy]\}/g, '0');
    return when(isWhole && !/[{}\s]/.test(one) && isTls(one), value);
  },
);
export const databaseUrl = kind(
  'postgres://user:password@host:5432/database',
  (value) => when(/^postgres(ql)?:\/\/./.test(value), value),
  true,
);
export const smtpUrl = kind(
  'smtp://user:password@host:587, or smtps://',
  (value) => when(/^smtps?:\/\/./.test(value) && URL.canParse(value), value),
  true,
);

/** A name or address, and a port after it. */
const hostAndPort = /^(\[[0-9A-Fa-f:.]+\]|[^\s:/[\]]+):(\d{1,5})$/;
const isHostPort = (value: string) => port.safeParse(hostAndPort.exec(value)?.[2] ?? '').success;
export const hostPort = kind('host:port', (value) => when(isHostPort(value), value));
/** Over TCP, or a Unix socket on this machine. */
export const socketAddress = kind(
  'host:port, or the whole path of a Unix socket',
  (value): { host: string; port: number } | { path: string } | undefined => {
    if (value.startsWith('/')) return { path: value };
    const [, host = '', after = ''] = hostAndPort.exec(value) ?? [];
    return isHostPort(value) ? { host: host.replace(/^\[(.*)\]$/, '$1'), port: Number(after) } : undefined;
  },
);
/** The port may be left to whoever connects. */
export const engineAddress = kind('host:port', (value) =>
  when(isHostPort(value) || isHostPort(`${value}:1`), value),
);

/** By its address, with the certificate and token of the one that is set; or by a profile, which has all of its own. */
type NextEngine = { address: string; namespace: string } | { profile: string };
export const nextEngine = kind(
  'host:port/namespace, or the name of a profile in the file that TEMPORAL_CONFIG_FILE names',
  (value): NextEngine | undefined => {
    const [address = '', namespace = '', more] = value.split('/');
    if (more === undefined && isHostPort(address) && /^[\w.-]+$/.test(namespace))
      return { address, namespace };
    return /^[\w-]+$/.test(value) ? { profile: value } : undefined;
  },
);

function isRange(value: string): boolean {
  const [address = '', bits = '0', more] = value.split('/');
  const most = isIP(address) === 4 ? 32 : 128;
  return isIP(address) !== 0 && more === undefined && numberWithin(bits, 0, most) !== undefined;
}
function rangesOf(value: string): string[] | undefined {
  const ranges = value.split(',').map((range) => range.trim());
  return ranges.every(isRange) ? ranges : undefined;
}
export const ranges = kind('addresses and ranges such as 10.0.0.0/8, by commas', rangesOf);

/** Never everybody: who may name any address as the caller's is held by no limit. */
export type TrustedProxies = false | string[] | ((address: string, hop: number) => boolean);
export const proxies = kind(
  'false, how many proxies there are (1 to 9), or their addresses and ranges by commas',
  (value): TrustedProxies | undefined => {
    const hops = numberWithin(value, 0, 9) ?? { false: 0, true: 1 }[value];
    if (hops === undefined) return rangesOf(value);
    return hops === 0 ? false : (_address, hop) => hop < hops;
  },
);
