// Files to and from the API: sent with progress, fetched with the access key.
import { csrfHeader } from './client.ts';
import { ApiProblem, problemOf } from './problems.ts';

/** A connection that carries nothing for so long is taken as lost. */
const stallMs = 60_000;

/** Sends one file. `onProgress` gets 0 to 1. Rejects with an `ApiProblem`. */
export function sendFile(
  path: string,
  file: File,
  accessKey: string | undefined,
  onProgress: (share: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    // fetch does not tell how much of the body has gone.
    const request = new XMLHttpRequest();
    request.open('POST', path);
    const headers = { ...csrfHeader(), ...(accessKey !== undefined && { 'x-access-key': accessKey }) };
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    const stalled = () => request.abort();
    let watch = setTimeout(stalled, stallMs);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      clearTimeout(watch);
      watch = setTimeout(stalled, stallMs);
      onProgress(total ? loaded / total : 0);
    });
    request.addEventListener('loadend', () => clearTimeout(watch));
    request.addEventListener('error', () => reject(new ApiProblem('unreachable')));
    request.addEventListener('abort', () => reject(new ApiProblem('timeout')));
    request.addEventListener('load', () => {
      if (request.status < 300) resolve();
      else reject(problemOf(request.status, request.responseText, request.getResponseHeader('retry-after')));
    });
    const form = new FormData();
    form.set('file', file);
    request.send(form);
  });
}

/** Fetches a file and has the browser save it under `name`. Throws an `ApiProblem`. */
export async function saveFile(path: string, name: string, accessKey?: string): Promise<void> {
  const headers = new Headers(accessKey === undefined ? [] : [['x-access-key', accessKey]]);
  const response = await fetch(path, { headers }).catch(() => {
    throw new ApiProblem('unreachable');
  });
  if (!response.ok) throw problemOf(response.status, await response.text(), null);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
