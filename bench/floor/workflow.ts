// The least that a durable journey costs: a bare workflow that takes as many updates, arms a timer after each, and writes nothing.
import { CancellationScope, condition, defineUpdate, setHandler, sleep } from '@temporalio/workflow';

export const move = defineUpdate<number, [{ last: boolean }]>('move');

const aDay = 86_400_000;

/** Ends with the update that says it is the last. */
export async function journey(): Promise<number> {
  let moves = 0;
  let over = false;
  let timer: CancellationScope | undefined;
  const arm = () => {
    timer?.cancel();
    timer = new CancellationScope();
    timer.run(() => sleep(aDay)).catch(() => {});
  };
  setHandler(move, ({ last }) => {
    moves += 1;
    over = last;
    if (!over) arm();
    return moves;
  });
  arm();
  await condition(() => over);
  timer?.cancel();
  return moves;
}
