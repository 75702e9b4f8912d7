// Decisions that come each at its own moment: at rates that it is to carry, and at twice the highest.
import { fileAll, nationalDecides } from './support/meanwhile.ts';
import { atTheirMoments, figuresOf } from './support/open-loop.ts';
import { onProduct, type Running } from './support/product.ts';

const seconds = 8;
/** Decisions that are taken before any counts. */
const warming = 60;

/** 20, 60 and 100 a second. */
export function decisions() {
  return onProduct((product) => measure(product, [20, 60, 100]));
}

export function overload() {
  return onProduct((product) => measure(product, [200]));
}

/** Each report is disposed once. */
async function measure({ base }: Running, rates: readonly number[]) {
  const decide = await nationalDecides(base);
  const left = await fileAll(
    base,
    rates.reduce((sum, rate) => sum + rate * seconds, warming),
  );
  const dispose = () => decide(left.pop() ?? '', { action: 'dispose', officeId: 'kementerian-contoh' });
  await atTheirMoments(warming, 20, dispose);
  const figures: Record<string, number> = {};
  for (const rate of rates) {
    const answers = await atTheirMoments(rate * seconds, rate, dispose);
    Object.assign(figures, figuresOf(`at${rate}`, answers));
  }
  return figures;
}
