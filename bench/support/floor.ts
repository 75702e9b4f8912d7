// The floor beside the product: a bare workflow on an engine like its own.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../local/parts/ports.ts';
import { findTemporal } from '../../local/programs/find-temporal.ts';
import { startTemporal } from '../../local/servers/temporal-server.ts';
import { ownSettings } from '../../settings/read.ts';
import type { Done, Order } from '../floor/process.ts';
import { useOfProcess } from './cpu.ts';
import { inFolder } from './product.ts';

export interface Floor {
  /** Gives each update's milliseconds. */
  walk(order: Order): Promise<Done>;
  /** Processor seconds of the engine and of the worker with its client, until now. */
  seconds(): { engine: number; worker: number };
}

/** Runs `measure` beside a fresh engine; stops and removes it whatever happens. */
export function onFloor<T>(measure: (floor: Floor) => Promise<T>): Promise<T> {
  return inFolder((folder) => onFloorIn(folder, measure));
}

async function onFloorIn<T>(folder: string, measure: (floor: Floor) => Promise<T>): Promise<T> {
  const { path } = await findTemporal(ownSettings('bench').TEMPORAL_CLI);
  const grpc = await freePort();
  const engine = await startTemporal(path, folder, { grpc, ui: 0 }, false);
  const program = fileURLToPath(new URL('../floor/process.ts', import.meta.url));
  const worker = fork(program, [`127.0.0.1:${grpc}`]);
  try {
    await said(worker);
    return await measure({
      walk: (order) => {
        worker.send(order);
        return said<Done>(worker);
      },
      seconds: () => ({
        engine: useOfProcess(engine.pid ?? 0).seconds,
        worker: useOfProcess(worker.pid ?? 0).seconds,
      }),
    });
  } finally {
    worker.kill();
    const ended = new Promise((resolve) => engine.once('exit', resolve));
    engine.kill();
    await ended;
  }
}

/** Its next message. Throws when it ends first. */
function said<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as T));
    child.once('exit', (code) => reject(new Error(`The floor's worker ended with ${code}.`)));
  });
}
