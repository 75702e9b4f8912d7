// The rules alone, without any server: for `npm run mutants`.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/sop/**/*.test.ts', 'test/workflows/reading/*.test.ts'],
    setupFiles: ['test/sop/mutants/at-once.ts'],
    testTimeout: 60_000,
  },
});
