// One durable timer at a time. A timer that is early enough runs on: arming another costs two events, a late glance none.
import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import type { Case } from '../../sop/case.ts';
import { nextDue } from '../../sop/fire.ts';
import { timerSummary } from '../../sop/notices/summary.ts';

export class DueTimer {
  /** Set when the timer fires; whoever looks resets it. */
  rang = false;
  private armedFor = Number.POSITIVE_INFINITY;
  private scope: CancellationScope | undefined;

  /** Makes sure that a timer fires no later than the next thing is due. */
  arm(c: Case): void {
    const due = nextDue(c);
    const at = due ? Date.parse(due.rung.at) : Number.POSITIVE_INFINITY;
    if (!due || this.armedFor <= at) return;
    this.scope?.cancel();
    this.armedFor = at;
    const scope = new CancellationScope();
    this.scope = scope;
    const summary = timerSummary(c, due);
    scope
      .run(() => sleep(Math.max(1, at - Date.now()), { summary }))
      .then(
        () => {
          this.rang = true;
          this.armedFor = Number.POSITIVE_INFINITY;
          this.scope = undefined;
        },
        (error: unknown) => {
          if (!isCancellation(error)) throw error;
        },
      );
  }
}
