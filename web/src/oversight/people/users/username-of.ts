// The username that is proposed for an officer by their name: first and second word, without titles, and free.
import { folded } from '../../../shared/finding/find-offices.ts';

const titles = new Set(['dr', 'drg', 'drs', 'dra', 'h', 'hj', 'ir', 'prof', 'apt', 'ns']);

/** Small letters and a point; with a number where it is taken; empty for a name that has no two Latin letters. */
export function usernameOf(name: string, taken: ReadonlySet<string>): string {
  // What follows a comma is a degree.
  const [called = ''] = name.split(',');
  const words = (folded(called).match(/[a-z0-9]+/g) ?? []).filter((word) => !titles.has(word));
  const username = words.slice(0, 2).join('.');
  if (username.length < 2) return '';
  if (!taken.has(username)) return username;
  for (let n = 2; ; n += 1) if (!taken.has(`${username}${n}`)) return `${username}${n}`;
}
