// Which addresses an office may have called: by TLS, without a password in them, out in the internet.
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { invalidField } from '../http/problems.ts';

/** Names that only this machine or its own network knows. */
const nearNames = /^[^.]*$|(^|\.)(localhost|local|internal|localdomain|home\.arpa)$/;

/**
 * The address as every program reads it: scheme and host in small letters, numbers of whatever form as an IP address.
 * `privateOnes`: private addresses are allowed, and so without TLS; the worker knows which and holds every call against
 * it, since a name may lead elsewhere at any time. Throws `invalid-fields`.
 */
export function webhookAddress(text: string, { privateOnes }: { privateOnes: boolean }): string {
  const url = new URL(text);
  // What is signed may be read on the way.
  if (url.protocol !== 'https:' && !privateOnes)
    throw invalidField('url', { id: 'Alamat harus memakai https', en: 'The address must be of https' });
  if (url.username || url.password) {
    throw invalidField('url', {
      id: 'Alamat tidak boleh memuat nama pengguna atau kata sandi',
      en: 'The address must not hold a user name or password',
    });
  }
  if (!privateOnes && isNear(url.hostname)) {
    throw invalidField('url', {
      id: 'Alamat harus dapat dicapai dari internet, bukan alamat jaringan sendiri',
      en: 'The address must be reachable from the internet, not one of the own network',
    });
  }
  url.hash = '';
  return url.href;
}

function isNear(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  return isIP(host) === 0
    ? nearNames.test(host.replace(/\.$/, ''))
    : ipaddr.parse(host).range() !== 'unicast';
}
