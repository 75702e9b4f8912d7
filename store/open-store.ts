// Which store: a bucket when one is named, otherwise a folder.
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FileStore } from './file-store.ts';
import { type S3Settings, S3Store } from './s3-store.ts';
import type { Store } from './store.ts';

export type StoreSettings = S3Settings | { folder: string };

/** From the environment. Throws with the name of the setting that is wrong. */
export function readStoreSettings(env: NodeJS.ProcessEnv): StoreSettings {
  const { ATTACHMENTS_S3_BUCKET: bucket, ATTACHMENTS_S3_ENDPOINT, ATTACHMENTS_S3_PREFIX } = env;
  if (bucket) {
    const endpoint = ATTACHMENTS_S3_ENDPOINT || undefined;
    if (endpoint && !/^https?:\/\//.test(endpoint))
      throw new Error(`ATTACHMENTS_S3_ENDPOINT=${endpoint} is not an http(s) address.`);
    return { bucket, endpoint, prefix: ATTACHMENTS_S3_PREFIX ?? '' };
  }
  const data = env.DATA_DIR || fileURLToPath(new URL('../.data', import.meta.url));
  return { folder: resolve(env.ATTACHMENTS_DIR || join(data, 'attachments')) };
}

export function openStore(settings: StoreSettings): Store {
  return 'bucket' in settings ? new S3Store(settings) : new FileStore(settings.folder);
}
