// Calls to the engine within a time, and what tells that it is away.
import {
  type Client,
  isGrpcServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { EngineAway } from './errors.ts';

// gRPC: cancelled, deadline exceeded, resource exhausted, aborted, unavailable.
const away = new Set([1, 4, 8, 10, 14]);
// gRPC: failed precondition.
const thrownAway = 9;

/** Where calls go: to one engine, and from some moment on to another (decision 54). */
export interface Wire {
  client: Client;
}

/** Runs `call` for at most `ms`. Throws `EngineAway` when the engine did not answer; anything else as it came. */
export async function callEngine<T>({ connection }: Client, ms: number, call: () => Promise<T>): Promise<T> {
  try {
    return await connection.withDeadline(Date.now() + ms, call);
  } catch (error) {
    throw isAway(error) ? new EngineAway(error) : error;
  }
}

/** False when it was started before: a second start does nothing, also after the end. */
export async function startOnce(start: Promise<unknown>): Promise<boolean> {
  try {
    await start;
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw error;
  }
}

/** The server threw the workflow task away, and what was asked with it: nothing was done. */
export function isThrownAway(error: unknown): boolean {
  return rpcCode(error) === thrownAway;
}

function isAway(error: unknown): boolean {
  return error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || away.has(rpcCode(error) ?? -1);
}

function rpcCode(error: unknown): number | undefined {
  const rpc = error instanceof Error && isGrpcServiceError(error.cause) ? error.cause : error;
  return isGrpcServiceError(rpc) ? rpc.code : undefined;
}

/** Two that differ by less agree. */
const agreeMs = 1_000;

/**
 * What time it is for the engine: what is valid until then is so by its clock, and ours may be wrong or be set while we
 * run. Reckoned by the clock that is never set, from what our own said at the start, until the engine says otherwise.
 */
export class EngineClock {
  private zero = Date.now() - performance.now();

  /** Of a moment of `performance.now()`: in epoch milliseconds. */
  timeAt(moment: number): number {
    return this.zero + moment;
  }

  /** The engine said that it was `now`, between these two moments; false when that is what we thought. */
  learn(now: number, sent: number, heard: number): boolean {
    const thought = now > this.timeAt(sent) - agreeMs && now < this.timeAt(heard) + agreeMs;
    if (!thought) this.zero = now - (sent + heard) / 2;
    return !thought;
  }
}
