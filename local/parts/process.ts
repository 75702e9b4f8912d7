// Processes by their id: alive, gone, stopped.

/** Whether a process with that id runs (a zombie waits for its parent only, and counts as gone to us). */
export function isAlive(pid: number): boolean {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Waits until it is gone; kills it when it is not within `ms`. */
export async function waitUntilGone(pid: number, ms: number): Promise<void> {
  for (const until = Date.now() + ms; isAlive(pid); ) {
    if (Date.now() > until) {
      process.kill(pid, 'SIGKILL');
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
