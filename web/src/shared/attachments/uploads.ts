// Files on their way to reports: one after the other, going on while one walks through the pages.
import type { QueryKey } from '@tanstack/react-query';
import { type ApiProblem, asProblem } from '../../api/problems.ts';
import { queryClient } from '../../api/query-client.ts';
import { sendFile } from '../../api/transfer.ts';
import { createStore } from '../state/store.ts';

export interface Destination {
  number: string;
  /** The reporter's; officers have their session. */
  accessKey?: string;
  /** What goes along with each file. */
  fields?: Record<string, string>;
  /** Of the list that is asked for again once one has arrived. */
  queryKey: QueryKey;
  /** Is told of each that has arrived. */
  onArrival?: ((file: File) => void) | undefined;
}

export interface Upload {
  id: number;
  to: Destination;
  file: File;
  state: 'waiting' | 'sending' | 'done' | 'failed';
  /** 0 to 1. */
  share: number;
  problem: ApiProblem | undefined;
}

const uploads = createStore<readonly Upload[]>([]);
let lastId = 0;
let sending = false;

function change(id: number, to: Partial<Upload>): void {
  uploads.set(uploads.get().map((upload) => (upload.id === id ? { ...upload, ...to } : upload)));
}

/** All uploads of this visit to one report. */
export function useUploads(number: string): readonly Upload[] {
  return uploads.useValue().filter(({ to }) => to.number === number);
}

/** Queues files for a report and sends them. */
export function addUploads(to: Destination, files: readonly File[]): void {
  const added = files.map((file): Upload => {
    lastId += 1;
    return { id: lastId, to, file, state: 'waiting', share: 0, problem: undefined };
  });
  uploads.set([...uploads.get(), ...added]);
  void sendAll();
}

/** With it go those that the connection lost too. The same file twice is kept once by the API, and goes on where it broke off. */
export function retryUpload(id: number): void {
  requeue((upload) => upload.id === id || isLost(upload));
}

const isLost = ({ state, problem }: Upload) => state === 'failed' && problem?.status === 0;

function requeue(which: (upload: Upload) => boolean): void {
  const again = { state: 'waiting', share: 0, problem: undefined } as const;
  uploads.set(uploads.get().map((upload) => (which(upload) ? { ...upload, ...again } : upload)));
  void sendAll();
}

window.addEventListener('online', () => requeue(isLost));

async function sendAll(): Promise<void> {
  if (sending) return;
  sending = true;
  window.addEventListener('beforeunload', warn);
  for (;;) {
    const next = uploads.get().find(({ state }) => state === 'waiting');
    if (!next) break;
    await sendOne(next);
  }
  window.removeEventListener('beforeunload', warn);
  sending = false;
}

async function sendOne({ id, to, file }: Upload): Promise<void> {
  const { number, queryKey, onArrival, ...along } = to;
  const onProgress = (share: number) => change(id, { share });
  change(id, { state: 'sending' });
  try {
    await sendFile(number, file, { ...along, onProgress });
    change(id, { state: 'done', share: 1 });
    onArrival?.(file);
    await queryClient.invalidateQueries({ queryKey });
  } catch (error) {
    change(id, { state: 'failed', problem: asProblem(error) });
  }
}

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
