// A worker on the shared engine, as a test needs it, and a client beside it.
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { inject } from 'vitest';
import { useOwnSandbox } from '../../worker/sandbox/own-sandbox.ts';
import './quiet-runtime.ts';

/** Runs until `close` is called. */
export async function openWorker(
  options: Omit<WorkerOptions, 'connection'>,
): Promise<{ client: Client; connection: Connection; close: () => Promise<void> }> {
  const address = inject('temporalAddress');
  const native = await NativeConnection.connect({ address });
  const connection = await Connection.connect({ address });
  useOwnSandbox();
  const worker = await Worker.create({ connection: native, ...options });
  const running = worker.run();
  return {
    client: new Client({ connection }),
    connection,
    close: async () => {
      worker.shutdown();
      await running;
      await native.close();
      await connection.close();
    },
  };
}
