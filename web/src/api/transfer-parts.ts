// A file to the API, whole or, where it is larger than a part, in parts that go on where the server says (decision 56).
import { largestPart, partType } from '../../../contract/attachments/parts.ts';
import { newKey } from './client.ts';
import { complaintPath } from './paths.ts';
import { ApiProblem, asProblem } from './problems.ts';

interface Load {
  headers?: Record<string, string>;
  body?: FormData | Blob;
  /** Gets 0 to 1 of this load. */
  onProgress?: (share: number) => void;
}

/** Brings it there and gives what is answered by 201 or 204; anything else is thrown. */
export type Carry = (method: 'POST' | 'PATCH', path: string, load: Load) => Promise<string>;

interface Along {
  /** Go along with the file. */
  fields?: Record<string, string> | undefined;
  /** Gets 0 to 1. */
  onProgress?: ((share: number) => void) | undefined;
}

/**
 * Sends one file to a report. What broke off goes on, also one that another page, or the service worker, has begun to send.
 * Throws an `ApiProblem`, also once nothing more comes through.
 */
export async function sendBy(carry: Carry, number: string, file: File, along: Along = {}): Promise<void> {
  const { fields = {}, onProgress } = along;
  const path = complaintPath(number);
  if (file.size > largestPart) {
    try {
      return await sendParts(carry, `${path}/uploads`, file, along);
    } catch (error) {
      // The release before, while it is replaced, knows no parts, and takes a file whole.
      if (asProblem(error).code !== 'not-found') throw error;
    }
  }
  const body = new FormData();
  // Before the file, as a streaming reader wants them.
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  body.set('file', file);
  await carry('POST', `${path}/attachments`, { body, ...(onProgress && { onProgress }) });
}

async function sendParts(
  carry: Carry,
  path: string,
  file: File,
  { fields, onProgress }: Along,
): Promise<void> {
  const { size } = file;
  const told = Object.entries({ filename: file.name, ...fields });
  const headers = {
    'tus-resumable': '1.0.0',
    'idempotency-key': await keyOf(file),
    'upload-length': String(size),
    'upload-metadata': told.map(([name, value]) => `${name} ${inBase64(value)}`).join(),
  };
  let before: number | undefined;
  let broken: unknown;
  for (;;) {
    let { id, offset } = begunOf(await carry('POST', path, { headers }));
    // Nothing has come through since it broke.
    if (offset === before) throw broken;
    before = offset;
    try {
      // Of what is there whole the answer was lost: nothing from the end on asks for it again.
      do {
        const from = offset;
        const body = file.slice(from, from + largestPart);
        onProgress?.(from / size);
        await carry('PATCH', `${path}/${id}`, {
          headers: { 'tus-resumable': '1.0.0', 'content-type': partType, 'upload-offset': String(from) },
          body,
          onProgress: (share) => onProgress?.((from + share * body.size) / size),
        });
        offset = from + body.size;
      } while (offset < size);
      return;
    } catch (error) {
      if (!mayGoOn(asProblem(error))) throw error;
      broken = error;
    }
  }
}

/** The line broke, another sends it too, or it was dropped. */
function mayGoOn({ uncertain, code }: ApiProblem): boolean {
  return uncertain || code === 'wrong-offset' || code === 'not-found';
}

function begunOf(text: string): { id: string; offset: number } {
  try {
    return JSON.parse(text) as { id: string; offset: number };
  } catch {
    throw new ApiProblem('unreadable');
  }
}

/** Alike for the same content, wherever it is sent from. Over plain HTTP there is no hash: there it begins anew each time. */
async function keyOf(file: File): Promise<string> {
  // Not there over plain HTTP, whatever its type says.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) return newKey();
  const hash = new Uint8Array(await subtle.digest('SHA-256', await file.arrayBuffer()));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function inBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
