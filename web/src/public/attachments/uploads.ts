// Files on their way to a report: one after the other, going on while one walks through the pages.
import { useSyncExternalStore } from 'react';
import { keys } from '../../api/keys.ts';
import { type ApiProblem, asProblem } from '../../api/problems.ts';
import { queryClient } from '../../api/query-client.ts';
import { sendFile } from '../../api/transfer.ts';

export interface Upload {
  id: number;
  number: string;
  file: File;
  state: 'waiting' | 'sending' | 'done' | 'failed';
  /** 0 to 1. */
  share: number;
  problem: ApiProblem | undefined;
}

let uploads: readonly Upload[] = [];
let lastId = 0;
let sending = false;
const accessKeys = new Map<string, string>();
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(id: number, to: Partial<Upload>): void {
  show(uploads.map((upload) => (upload.id === id ? { ...upload, ...to } : upload)));
}

function show(next: readonly Upload[]): void {
  uploads = next;
  for (const listener of listeners) listener();
}

/** All uploads of this visit; those of one report are to be picked out. */
export function useUploads(): readonly Upload[] {
  return useSyncExternalStore(subscribe, () => uploads);
}

/** Queues files for a report and sends them. */
export function addUploads(number: string, accessKey: string, files: readonly File[]): void {
  accessKeys.set(number, accessKey);
  const added = files.map((file): Upload => {
    lastId += 1;
    return { id: lastId, number, file, state: 'waiting', share: 0, problem: undefined };
  });
  show([...uploads, ...added]);
  void sendAll();
}

/** With it go those that the connection lost too. The same file twice is kept once by the API. */
export function retryUpload(id: number): void {
  requeue((upload) => upload.id === id || isLost(upload));
}

const isLost = ({ state, problem }: Upload) => state === 'failed' && problem?.status === 0;

function requeue(which: (upload: Upload) => boolean): void {
  const again = { state: 'waiting', share: 0, problem: undefined } as const;
  show(uploads.map((upload) => (which(upload) ? { ...upload, ...again } : upload)));
  void sendAll();
}

window.addEventListener('online', () => requeue(isLost));

async function sendAll(): Promise<void> {
  if (sending) return;
  sending = true;
  window.addEventListener('beforeunload', warn);
  for (;;) {
    const next = uploads.find(({ state }) => state === 'waiting');
    if (!next) break;
    await sendOne(next);
  }
  window.removeEventListener('beforeunload', warn);
  sending = false;
}

async function sendOne({ id, number, file }: Upload): Promise<void> {
  change(id, { state: 'sending' });
  const path = `/v1/complaints/${encodeURIComponent(number)}/attachments`;
  try {
    await sendFile(path, file, accessKeys.get(number), (share) => change(id, { share }));
    change(id, { state: 'done', share: 1 });
    await queryClient.invalidateQueries({ queryKey: keys.reportFiles(number) });
  } catch (error) {
    change(id, { state: 'failed', problem: asProblem(error) });
  }
}

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
