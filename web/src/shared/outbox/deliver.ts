// Sends what waits in the outbox, from a page or from the service worker; runs twice without doing anything twice.
import { askerHeaders } from '../../api/client.ts';
import { complaintPath } from '../../api/paths.ts';
import { type ApiProblem, asProblem, problemOf } from '../../api/problems.ts';
import type { Filed } from '../../api/types.ts';
import { fileArrived, keep, type Waiting, waiting } from './kept.ts';
import { send } from './send.ts';

/** By which the browser calls the service worker once it is online. */
export const syncTag = 'tuntas.outbox';

/** Another try may do it: what answers in a language of its own is a hotel's log-in page, not the API. */
const mayPass = ({ uncertain, status, code }: ApiProblem) =>
  uncertain || status === 429 || code === 'unreadable';

/** Of one file at 400 kbit/s, in milliseconds, with room. */
const fileMs = 10 * 60_000;

/** Delivers everything, one after the other. Throws while something still waits for the line. */
export async function deliverAll(): Promise<void> {
  const deliver = async () => {
    for (const one of await waiting()) await deliverOne(one);
  };
  // Over plain HTTP there are no locks; the key and the API's eye for equal files do without.
  await (navigator.locks ? navigator.locks.request(syncTag, deliver) : deliver());
}

async function deliverOne(found: Waiting): Promise<void> {
  const filed = found.filed ?? (await file(found));
  if (!filed) return;
  for (const one of found.files) {
    await attach(filed, one);
    await fileArrived(found.key, one);
  }
}

/** Undefined when the API has refused it for good. */
async function file(found: Waiting): Promise<Filed | undefined> {
  if (found.refused !== null) return undefined;
  try {
    const { filed, earlier } = await send(found.body, found.key, found.sent);
    await keep({ ...found, filed, earlier: earlier !== undefined });
    return filed;
  } catch (error) {
    const problem = asProblem(error);
    if (mayPass(problem)) throw problem;
    await keep({ ...found, refused: problem.code });
    return undefined;
  }
}

/** By `fetch`, as a service worker has nothing else. What the API refuses for good is left behind. */
async function attach({ number, accessKey }: Filed, file: File): Promise<void> {
  const body = new FormData();
  body.set('file', file);
  const path = `${complaintPath(number)}/attachments`;
  const headers = askerHeaders(accessKey);
  const signal = AbortSignal.timeout(fileMs);
  const answer = await fetch(path, { method: 'POST', body, headers, signal, credentials: 'omit' });
  const text = await answer.text();
  if (answer.status === 201) return;
  const problem = problemOf(answer.status, text, answer.headers.get('retry-after'));
  if (mayPass(problem)) throw problem;
}
