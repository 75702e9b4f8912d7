// What nobody imports and is begun with all the same; the rest must be imported, or is dead.
import { programs } from './build/programs.js';

export default {
  // Of the machine, as README says; to mount and unmount its own disks a drill needs Linux and root.
  ignoreBinaries: ['kubectl', 'mount', 'umount'],
  entry: Object.values(programs),
  vitest: {
    entry: [
      'test/**/*.test.ts',
      'test/sop/mutants/vitest.config.ts',
      'test/sop/mutants/at-once.ts',
      'test/replay/save-*.ts',
      'test/replay/broken-workflows.ts',
      'test/replay/patching/question.ts',
      'test/workflows/odd-workflows.ts',
      'test/e2e/take-screenshots.ts',
      'test/support/clock/run-days.ts',
      'test/support/examples/keep-examples.ts',
      'test/support/clock/shift-clock.js',
      'test/faults/drill/stage/moving-clock.js',
      'test/near/run.ts',
    ],
  },
  vite: {
    config: ['web/vite.config.ts'],
    entry: [
      'web/src/main.tsx',
      'web/src/first-paint.tsx',
      'web/src/offline/service-worker.ts',
      'web/src/jsx-runtime.ts',
      'web/public/docs/start.js',
    ],
  },
};
