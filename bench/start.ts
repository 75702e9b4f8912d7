// How soon it is ready where it ran before, and what it holds in memory at rest.
import { round } from './support/figures.ts';
import { partNames, useOfParts } from './support/cpu.ts';
import { inFolder, onProductIn } from './support/product.ts';

const restMs = 15_000;

export function start() {
  return inFolder(async (folder) => {
    await onProductIn(folder, () => Promise.resolve());
    const begun = performance.now();
    return onProductIn(folder, async ({ pid }) => {
      const seconds = (performance.now() - begun) / 1000;
      await new Promise((resolve) => setTimeout(resolve, restMs));
      const parts = useOfParts(pid);
      const megabytes = partNames.map((part) => [`${part}Megabytes`, round(parts[part].bytes / 1_048_576)]);
      return { readySeconds: round(seconds), ...Object.fromEntries(megabytes) };
    });
  });
}
