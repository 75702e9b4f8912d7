// How the tests run: real servers are shared by one global set-up, files run two at a time on two cores.
import { defineConfig } from 'vitest/config';

/** Set by `npm run histories`, at a release. */
const saving = process.env.SAVE_HISTORIES !== undefined;

export default defineConfig({
  test: {
    include: saving ? ['test/replay/save-histories.ts'] : ['test/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 180_000,
    globalSetup: ['test/support/global-setup.ts'],
  },
});
