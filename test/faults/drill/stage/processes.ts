// Processes as Linux shows them: whose child each is, what it holds open.
import { readdirSync, readFileSync } from 'node:fs';

/** Those that `pid` has begun itself. */
export function childrenOf(pid: number): number[] {
  // The kernel's own.
  if (pid === 0) return [];
  return readdirSync('/proc').flatMap((name) =>
    /^\d+$/.test(name) && parentOf(name) === pid ? [Number(name)] : [],
  );
}

/** Files, sockets and what else it holds open; 0 when it is gone. */
export function handlesOf(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/fd`).length;
  } catch {
    return 0;
  }
}

function parentOf(name: string): number {
  try {
    // After its name, which may hold blanks and brackets.
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}
