// How commands reach Temporal: by the SDK's standard settings.
import { Client, Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';

/** To the server that is set, or to another by the same certificate and token. Rejects when it does not answer in 5 s. */
export async function connect(other: { address?: string } = {}) {
  const { connectionOptions, namespace = 'default' } = loadClientConnectConfig();
  const connection = await Connection.connect({ ...connectionOptions, ...other, connectTimeout: '5s' });
  return { client: new Client({ connection, namespace }), namespace, close: () => connection.close() };
}
