// "Request cancellation" is one click in the Temporal UI, and ends nothing here: only the SOP ends a report (SOP 11).
import { CancellationScope, patched } from '@temporalio/workflow';

/**
 * Runs a handler to its end though cancellation is or was asked for: handlers run outside the main function's scope.
 * Until 0.1.0 they ended there, so that what was answered then is answered alike in a replay.
 */
export function undisturbed<T>(work: () => Promise<T>): Promise<T> {
  const outer = CancellationScope.current();
  return CancellationScope.nonCancellable(async () => {
    const inner = new CancellationScope();
    let done = false;
    outer.cancelRequested.catch(() => {
      if (!done && !patched('handlers-outlast-cancellation')) inner.cancel();
    });
    try {
      return await inner.run(work);
    } finally {
      done = true;
    }
  });
}
