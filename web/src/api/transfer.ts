// Files to and from the API: the one way in which they are sent and fetched, as long as something moves.
import { askerHeaders, csrfHeader, withFreshToken } from './client.ts';
import { ApiProblem, problemOf } from './problems.ts';

/** A connection that carries nothing for so long is taken as lost. */
const stallMs = 60_000;
/** A copy without metadata may have to be made first, behind others: the API waits up to five minutes for it. */
const copyMs = 6 * 60_000;

interface Sending {
  accessKey?: string | undefined;
  /** Go before the file, as a streaming reader wants them. */
  fields?: Record<string, string>;
  /** Gets 0 to 1. */
  onProgress?: (share: number) => void;
}

interface Load extends Pick<Sending, 'accessKey' | 'onProgress'> {
  body?: FormData;
  /** Until the answer begins; afterwards, and while a body is on its way, `stallMs` between two pieces. */
  firstMs?: number;
}

/** fetch does not tell how much of a body has gone. Gives the answer's content. Throws an `ApiProblem`. */
function carry(method: 'GET' | 'POST', path: string, load: Load): Promise<Blob> {
  const { accessKey, onProgress, body, firstMs = stallMs } = load;
  const request = new XMLHttpRequest();
  request.open(method, path);
  request.responseType = 'blob';
  const headers = { ...askerHeaders(accessKey), ...(method !== 'GET' && csrfHeader()) };
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
  let watch: ReturnType<typeof setTimeout>;
  const wait = (ms: number) => {
    clearTimeout(watch);
    watch = setTimeout(() => request.abort(), ms);
  };
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    wait(stallMs);
    onProgress?.(total ? loaded / total : 0);
  });
  request.addEventListener('progress', () => wait(stallMs));
  const done = new Promise<Blob>((resolve, reject) => {
    request.addEventListener('error', () => reject(new ApiProblem('unreachable')));
    request.addEventListener('abort', () => reject(new ApiProblem('timeout')));
    request.addEventListener('load', () => resolve(request.response as Blob));
  });
  wait(firstMs);
  request.send(body);
  return done
    .finally(() => clearTimeout(watch))
    .then(async (content) => {
      if (request.status < 300) return content;
      throw problemOf(request.status, await content.text(), request.getResponseHeader('retry-after'));
    });
}

/** Sends one file. Throws an `ApiProblem`. */
export async function sendFile(path: string, file: File, sending: Sending): Promise<void> {
  const body = new FormData();
  for (const [name, value] of Object.entries(sending.fields ?? {})) body.set(name, value);
  body.set('file', file);
  await withFreshToken(() => carry('POST', path, { ...sending, body }));
}

/** Has the browser save that under `name`. */
export function saveContent(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Fetches a file and has the browser save it under `name`. Throws an `ApiProblem`. */
export async function saveFile(path: string, name: string, accessKey?: string): Promise<void> {
  saveContent(await carry('GET', path, { accessKey, firstMs: copyMs }), name);
}
