// Files to and from the API: the one way in which they are sent and fetched, as long as something moves.
import { askerHeaders, csrfHeader, withFreshToken } from './client.ts';
import { ApiProblem, problemOf } from './problems.ts';
import { type Carry, sendBy } from './transfer-parts.ts';

/** A connection that carries nothing for so long is taken as lost. */
const stallMs = 60_000;
/** A copy without metadata may have to be made first, behind others: the API waits up to five minutes for it. */
const copyMs = 6 * 60_000;

interface Sending {
  accessKey?: string | undefined;
  /** Go along with the file. */
  fields?: Record<string, string>;
  /** Gets 0 to 1. */
  onProgress?: (share: number) => void;
}

interface Load extends Pick<Sending, 'accessKey' | 'onProgress'> {
  headers?: Record<string, string>;
  body?: FormData | Blob;
  /** Until the answer begins; afterwards, and while a body is on its way, `stallMs` between two pieces. */
  firstMs?: number;
}

/** Of what another than the API answers, a hotel's log-in page, nothing has arrived. */
const good = { GET: [200], POST: [201], PATCH: [201, 204] };

/** fetch does not tell how much of a body has gone. Gives the answer's content. Throws an `ApiProblem`. */
function carry(method: keyof typeof good, path: string, load: Load): Promise<Blob> {
  const { accessKey, onProgress, body, firstMs = stallMs } = load;
  const request = new XMLHttpRequest();
  request.open(method, path);
  request.responseType = 'blob';
  const headers = { ...askerHeaders(accessKey), ...(method !== 'GET' && csrfHeader()), ...load.headers };
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
      if (good[method].includes(request.status)) return content;
      throw problemOf(request.status, await content.text(), request.getResponseHeader('retry-after'));
    });
}

/** Sends one file to a report. Throws an `ApiProblem`. */
export function sendFile(number: string, file: File, { accessKey, ...along }: Sending): Promise<void> {
  const bring: Carry = async (method, path, load) =>
    (await withFreshToken(() => carry(method, path, { accessKey, ...load }))).text();
  return sendBy(bring, number, file, along);
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
