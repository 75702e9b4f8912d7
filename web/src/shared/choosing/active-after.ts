// By keys through a list of what may be chosen.

/**
 * Which one is active once `key` was pressed: ↓ and ↑ go round its ends, from none (-1) to the first or the last; -1 where
 * there is none. Undefined: that key leads nowhere.
 */
export function activeAfter(key: string, active: number, size: number): number | undefined {
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined;
  if (size === 0) return -1;
  return key === 'ArrowDown' ? (active + 1) % size : (active <= 0 ? size : active) - 1;
}
