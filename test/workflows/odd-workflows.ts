// Workflows that no release of ours has: one waits in a function of a name of its own, one never lets go.
import { condition, defineSignal, setHandler } from '@temporalio/workflow';

export const goOn = defineSignal('goOn');

export async function waiting(): Promise<string> {
  let told = false;
  setHandler(goOn, () => {
    told = true;
  });
  await waitHereUntil(() => told);
  return 'went on';
}

async function waitHereUntil(told: () => boolean): Promise<void> {
  await Promise.race([condition(told), new Promise(() => {})]);
}

export async function endless(): Promise<void> {
  for (;;);
}
