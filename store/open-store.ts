// Which store: a bucket when one is named, otherwise a folder.
import { join } from 'node:path';
import type { Settings } from '../settings/known.ts';
import { FileStore } from './file-store.ts';
import type { S3Settings } from './s3-store.ts';
import type { Store } from './store.ts';

type StoreSettings = Settings<'verify-record'>;

/** The bucket, or the folder. */
export function placeOf(settings: StoreSettings): S3Settings | { folder: string } {
  const { ATTACHMENTS_S3_BUCKET: bucket, ATTACHMENTS_S3_ENDPOINT: endpoint, AWS_REGION: region } = settings;
  if (bucket) return { bucket, endpoint, prefix: settings.ATTACHMENTS_S3_PREFIX ?? '', region };
  return { folder: settings.ATTACHMENTS_DIR ?? join(settings.DATA_DIR, 'attachments') };
}

export async function openStore(settings: StoreSettings): Promise<Store> {
  const place = placeOf(settings);
  if (!('bucket' in place)) return new FileStore(place.folder);
  // Its packages take a while to load, which who has no bucket need not wait for.
  const { S3Store } = await import('./s3-store.ts');
  return new S3Store(place);
}
