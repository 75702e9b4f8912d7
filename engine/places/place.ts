// Where Temporal is: the place that the settings name, and the one that the reports move to (decision 54).
import { Client, Connection, type WorkflowClientInterceptor } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { loadClientConnectConfig } from '@temporalio/envconfig';

/** Of whoever asks the engine from outside; short, since it stands in the history of every decision. */
const identity = 'api';
/** As the SDK takes it. */
const usualAddress = 'localhost:7233';

type Config = ReturnType<typeof loadClientConnectConfig>;

/** As the setting TEMPORAL_NEXT names it: by its address, or by a profile of the SDK's configuration file. */
export type Next = { address: string; namespace: string } | { profile: string };

export interface Place {
  connectionOptions: Config['connectionOptions'];
  namespace: string;
}

/** Those that this process knows: its own, and the one that the reports move to. */
export function placesOf(next: Next | undefined): [own: Place, ...next: Place[]] {
  const own = placeOf(loadClientConnectConfig());
  if (next === undefined) return [own];
  // All that it needs stands in its profile: the environment is the other's.
  if ('profile' in next)
    return [own, placeOf(loadClientConnectConfig({ profile: next.profile, disableEnv: true }))];
  const { address, namespace } = next;
  return [own, { connectionOptions: { ...own.connectionOptions, address }, namespace }];
}

function placeOf({ connectionOptions, namespace = 'default' }: Config): Place {
  return { connectionOptions, namespace };
}

/** As people and the record name it. Whatever port a server on this machine takes, it is the same place. */
export function nameOf(place: Place): string {
  return `${addressOf(place).replace(/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/, 'localhost')}/${place.namespace}`;
}

/** Where it answers. */
export function addressOf({ connectionOptions: { address = usualAddress } }: Place): string {
  return address;
}

/** Connects when it is first needed. */
export function openClient(
  { connectionOptions, namespace }: Place,
  {
    dataConverter,
    tracing,
  }: {
    dataConverter?: DataConverter | undefined;
    tracing?: { client: WorkflowClientInterceptor } | undefined;
  } = {},
): Client {
  const interceptors = tracing && { workflow: [tracing.client] };
  return new Client({
    connection: Connection.lazy(connectionOptions),
    namespace,
    identity,
    ...(dataConverter && { dataConverter }),
    ...(interceptors && { interceptors }),
  });
}
