// Which build of the workflows open reports go on with: the current version of the one deployment of all workers (decision 46).
import { type Client, isGrpcServiceError } from '@temporalio/client';
import { callEngine } from '../calls.ts';

/** With a build's id it names a version, in every event of a workflow task: short. */
export const deploymentName = 'tuntas';

/** A change reaches the task queue before it is answered. */
const patienceMs = 5_000;
/** gRPC: not found; failed precondition. */
const notYet = new Set<number>([5, 9]);

/**
 * `current`: open reports go on with it. `earlier`: it was current once, and another is now. `unseen`: the engine knows of no
 * worker of it that asks for all there is to do.
 */
type Promotion = 'current' | 'earlier' | 'unseen';

export class Versions {
  private readonly client: Client;

  constructor(client: Client) {
    this.client = client;
  }

  /** The build that is current; undefined: open reports go on with workers that name no version. Throws `EngineAway`. */
  async current(): Promise<string | undefined> {
    const described = await this.within(() => this.describe());
    return described?.workerDeploymentInfo?.routingConfig?.currentDeploymentVersion?.buildId || undefined;
  }

  /**
   * Has all open reports go on with `build`, once a worker of it asks for tasks; with `onlyNew` not where it was current before
   * and another is now. Gives how it stands then. Safe to repeat and to race. Throws `EngineAway`.
   */
  makeCurrent(build: string, { onlyNew = false } = {}): Promise<Promotion> {
    return this.within(async () => {
      const described = await this.describe();
      if (!described) return 'unseen';
      const { workerDeploymentInfo: info, conflictToken } = described;
      const current = info?.routingConfig?.currentDeploymentVersion?.buildId;
      if (current === build) return 'current';
      const mine = info?.versionSummaries?.find(
        ({ deploymentVersion }) => deploymentVersion?.buildId === build,
      );
      if (!mine) return 'unseen';
      if (onlyNew && current && mine.lastCurrentTime) return 'earlier';
      const { connection, options } = this.client;
      const { namespace, identity } = options;
      // Refused where the build that is current asks a task queue that this one does not yet, and where another was quicker.
      const changed = await unlessNotYet(
        connection.workflowService.setWorkerDeploymentCurrentVersion({
          namespace,
          identity,
          deploymentName,
          buildId: build,
          conflictToken,
        }),
      );
      return changed ? 'current' : 'unseen';
    });
  }

  /** Undefined before its first worker. */
  private describe() {
    const { connection, options } = this.client;
    const { namespace } = options;
    return unlessNotYet(connection.workflowService.describeWorkerDeployment({ namespace, deploymentName }));
  }

  private within<T>(call: () => Promise<T>): Promise<T> {
    return callEngine(this.client, patienceMs, call);
  }
}

async function unlessNotYet<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (isGrpcServiceError(error) && notYet.has(error.code)) return undefined;
    throw error;
  }
}
