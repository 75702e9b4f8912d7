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
