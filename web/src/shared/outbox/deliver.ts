// Sends what waits in the outbox, from a page or from the service worker; runs twice without doing anything twice.
import { askerHeaders } from '../../api/client.ts';
import { type ApiProblem, asProblem, problemOf } from '../../api/problems.ts';
import { type Carry, sendBy } from '../../api/transfer-parts.ts';
import type { Filed } from '../../api/types.ts';
import { fileArrived, keep, type Waiting, waiting } from './kept.ts';
import { send } from './send.ts';

/** By which the browser calls the service worker once it is online. */
export const syncTag = 'tuntas.outbox';

/** Another try may do it: what answers in a language of its own is a hotel's log-in page, not the API. */
const mayPass = ({ uncertain, status, code }: ApiProblem) =>
  uncertain || status === 429 || code === 'unreadable';

/** Of one part, in milliseconds: on a line of 12 kbit/s. */
const partMs = 3 * 60_000;

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

/** What the API refuses for good is left behind. */
async function attach({ number, accessKey }: Filed, file: File): Promise<void> {
  try {
    await sendBy(byFetch(accessKey), number, file);
  } catch (error) {
    const problem = asProblem(error);
    if (mayPass(problem)) throw problem;
  }
}

/** As a service worker has nothing else. */
function byFetch(accessKey: string): Carry {
  return async (method, path, { headers, body = null }) => {
    const answer = await fetch(path, {
      method,
      body,
      headers: { ...askerHeaders(accessKey), ...headers },
      signal: AbortSignal.timeout(partMs),
      credentials: 'omit',
    });
    const text = await answer.text();
    if (answer.status === 201 || answer.status === 204) return text;
    throw problemOf(answer.status, text, answer.headers.get('retry-after'));
  };
}
