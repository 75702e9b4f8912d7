// What the engine may say instead of an answer, each as an error of its own; a decision is refused with sop's `Refusal`. No HTTP.

/**
 * The engine did not answer, or not in time. Of a decision: it was not taken, and will not be, unless a worker had it
 * already when the engine went: then it is on record within `decidedMs` of its being sent.
 */
export class EngineAway extends Error {
  override readonly name = 'EngineAway';

  /** Whether it may have got what was asked. */
  get arrived(): boolean {
    return !/No connection established|Name resolution failed/.test(messageOf(this.cause));
  }

  constructor(cause: unknown) {
    super('The engine did not answer.', { cause });
  }
}

/** The workflow is not there: it has ended, or never began. */
export class NoOpenWorkflow extends Error {
  override readonly name = 'NoOpenWorkflow';
}

/** There is no schedule of that id, or it is somebody else's. */
export class NoSuchSchedule extends Error {
  override readonly name = 'NoSuchSchedule';
}

/** The engine is there, and a workflow did not say in time what it was asked. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';

  constructor(cause: unknown) {
    super('The workflow did not answer.', { cause });
  }
}

/** Of an error and what caused it. */
function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.message} ${messageOf(error.cause)}` : '';
}
