// What carries files, for pages that most leave without any: loaded when the page is there, used when a file is.
import { lazy, Suspense, useEffect } from 'react';
import { createStore } from '../state/store.ts';
import type { Destination } from './uploads.ts';

/** What sends files, and what makes photos small. Rejects when it cannot be had. */
export const loadCarrier = () => Promise.all([import('./uploads.ts'), import('./shrink.ts')]);
const List = lazy(async () => ({ default: (await import('./upload-list.tsx')).UploadList }));
const begun = createStore(false);

/** Has it there before the line is lost. */
export function useCarrier(): void {
  useEffect(() => {
    loadCarrier().catch(() => {});
  }, []);
}

/** Each as it is to be sent: photos made small, where what does it could be had. */
export async function madeSmall(files: readonly File[]): Promise<File[]> {
  const small: File[] = [];
  const shrunk = await loadCarrier().then(
    ([, { shrunk }]) => shrunk,
    () => undefined,
  );
  // One after the other: a phone has little memory.
  for (const file of files) small.push((await shrunk?.(file)) ?? file);
  return small;
}

/** Queues files for a report and sends them. Rejects when what sends them cannot be had. */
export async function sendFiles(to: Destination, files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  const [{ addUploads }] = await loadCarrier();
  addUploads(to, files);
  begun.set(true);
}

/** How far the files of this visit to a report have come. */
export function Uploads({ number }: { number: string }) {
  if (!begun.useValue()) return null;
  return (
    <Suspense>
      <List number={number} />
    </Suspense>
  );
}
