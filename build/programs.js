// @ts-check
// What runs of ours: the name of each program in `dist/`, and the file that it begins with.

/** @type {Record<string, string>} */
export const programs = {
  start: 'local/start.ts',
  api: 'api/server.ts',
  worker: 'worker/main.ts',
  migrate: 'cli/migrate.ts',
  admin: 'cli/admin.ts',
  import: 'cli/import.ts',
  demo: 'cli/demo.ts',
  policy: 'cli/policy.ts',
  replay: 'cli/replay.ts',
  promote: 'cli/promote.ts',
  reconcile: 'cli/engines/reconcile.ts',
  'move-engine': 'cli/engines/move-engine.ts',
  rehearse: 'cli/engines/rehearse.ts',
  'verify-record': 'cli/verify-record.ts',
  'rebuild-figures': 'cli/rebuild-figures.ts',
  identities: 'cli/identities.ts',
  // Started by the API for each file, see `in-child.ts`.
  'clean-file': 'api/attachments/cleaning/child.ts',
  // Waits to become another, which is told then what it runs on.
  standby: 'local/parts/standby.ts',
  // Makes the workflows' bundle.
  'workflow-bundle': 'worker/bundle.ts',
};
