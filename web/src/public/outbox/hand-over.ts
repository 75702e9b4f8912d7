// Hands a report over to the outbox, which has it sent though this page is closed. Loaded by who wishes for it.
import type { Filed, Filing } from '../../api/types.ts';
import { syncTag } from '../../shared/outbox/deliver.ts';
import * as kept from '../../shared/outbox/kept.ts';
import { somethingWaits } from '../../shared/outbox/something-waits.ts';

interface Syncing extends ServiceWorkerRegistration {
  /** Not in every browser: there it is sent at the next visit. */
  sync?: { register: (tag: string) => Promise<void> };
}

interface Posted {
  key: string;
  body: Filing;
  sent: Filing | null;
  files: File[];
}

/** Before it is sent: the page may be closed at any moment. Rejects when the browser does not keep it. */
export async function putAway(posted: Posted): Promise<void> {
  await kept.keep({ ...posted, at: Date.now(), filed: null, earlier: false, refused: null });
  somethingWaits.write('1');
  // Not awaited: a browser that has no service worker yet is never ready.
  void navigator.serviceWorker?.ready.then((ready: Syncing) => ready.sync?.register(syncTag)).catch(() => {});
}

/** The report has arrived, its files are on their way. */
export async function arrived(key: string, filed: Filed): Promise<void> {
  const found = (await kept.waiting()).find((one) => one.key === key);
  if (found?.files.length === 0) await takeBack(key);
  else if (found) await kept.keep({ ...found, filed });
}

/** A file of it has arrived; with the last one nothing waits. */
export async function fileArrived(key: string, file: File): Promise<void> {
  await kept.fileArrived(key, file);
  const found = (await kept.waiting()).find((one) => one.key === key);
  if (found?.files.length === 0) await takeBack(key);
}

/** Nothing is to be sent under this key any more. */
export async function takeBack(key: string): Promise<void> {
  await kept.forget(key);
  if ((await kept.waiting()).length === 0) somethingWaits.clear();
}
