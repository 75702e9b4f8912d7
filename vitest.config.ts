// How the tests run: real servers are shared by one global set-up; three workers take file after file (some mostly wait), and load the modules once.
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/runner/longest-first.ts';

/** Set by `npm run histories` and by `npm run screenshots`. */
const { SAVE_HISTORIES, SCREENSHOTS } = process.env;
const only = SAVE_HISTORIES ? 'test/replay/save-*.ts' : SCREENSHOTS && 'test/e2e/take-screenshots.ts';

export default defineConfig({
  test: {
    include: [only || 'test/**/*.test.ts'],
    pool: 'forks',
    isolate: false,
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    testTimeout: 300_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 30_000 } },
    globalSetup: ['test/support/runner/global-setup.ts'],
  },
});
