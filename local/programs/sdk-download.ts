// Lets the Temporal SDK download a server into the folder given. A process of its own, so that it can be cut off.
import { TestWorkflowEnvironment } from '@temporalio/testing';

const [downloadDir, kind] = process.argv.slice(2);
const executable = { type: 'cached-download' as const, ...(downloadDir && { downloadDir }) };
const env =
  kind === 'test-server'
    ? await TestWorkflowEnvironment.createTimeSkipping({ server: { executable } })
    : await TestWorkflowEnvironment.createLocal({
        server: { executable, log: { format: 'pretty', level: 'error' } },
      });
await env.teardown();
