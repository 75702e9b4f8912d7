// Calls to the engine within a time, and what tells that it is away.
import {
  type Client,
  isGrpcServiceError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { Problem } from './http/problems.ts';

/** Runs `call` for at most `ms`. Throws `engine-away` when the engine did not answer; anything else as it came. */
export async function callEngine<T>({ connection }: Client, ms: number, call: () => Promise<T>): Promise<T> {
  try {
    return await connection.withDeadline(Date.now() + ms, call);
  } catch (error) {
    throw isAway(error) ? new Problem('engine-away', { cause: error }) : error;
  }
}

function isAway(error: unknown): boolean {
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return true;
  const rpc = error instanceof Error && isGrpcServiceError(error.cause) ? error.cause : error;
  // gRPC: cancelled, deadline exceeded, resource exhausted, aborted, unavailable.
  return isGrpcServiceError(rpc) && [1, 4, 8, 10, 14].includes(rpc.code);
}
