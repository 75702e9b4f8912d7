// The rules alone, without any server: for `npm run mutants`. Without the search through every state, which takes longer
// than all the rest together and would run once more for each fault that the rest lets pass.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/sop/**/*.test.ts', 'test/workflows/reading/*.test.ts'],
    exclude: ['test/sop/reachable.test.ts'],
    setupFiles: ['test/sop/mutants/at-once.ts'],
    testTimeout: 60_000,
  },
});
