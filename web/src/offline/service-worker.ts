// Stands between the public pages and a line that comes and goes: opens them without it, and sends what waits once it is back.
import { deliverAll, syncTag } from '../shared/outbox/deliver.ts';

declare const self: ServiceWorkerGlobalScope;
/** Written in at build (web/building/offline.ts): what public pages are made of, and a name for just that. */
declare const __KEPT__: { name: string; paths: string[] };

/** The browser's call when it is online again, in the browsers that have it. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

/** Which knows no address, and shows the page of any. */
const page = '/page.html';
const publicPages = /^\/((lapor|ikuti|register)(\/.*)?|nilai|konfirmasi)?$/;
/** A line that gives nothing for so long is as good as none. */
const patienceMs = 8_000;
const kept = new Set(__KEPT__.paths);

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(__KEPT__.name).then((cache) => cache.addAll([page, ...kept])));
});

// No tab stands on an older one any more.
self.addEventListener('activate', (event) => {
  const older = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name !== __KEPT__.name).map((name) => caches.delete(name)));
  };
  event.waitUntil(older());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && publicPages.test(pathname)) event.respondWith(open(request));
  else if (kept.has(pathname))
    event.respondWith(fromCache(pathname).then((found) => found ?? fetch(request)));
});

const fromCache = async (path: string) => (await caches.open(__KEPT__.name)).match(path);

/** From the server, so that a new version is seen at once; from here when it does not answer. */
async function open(request: Request): Promise<Response> {
  const fallback = fromCache(page);
  try {
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs));
    const answer = await Promise.race([fetch(request), (await fallback) && late]);
    if (answer && answer.status < 500) return answer;
  } catch {
    // No line.
  }
  return (await fallback) ?? Response.error();
}

self.addEventListener('sync', (event) => {
  const call = event as SyncEvent;
  if (call.tag === syncTag) call.waitUntil(send());
});

/** A page in sight sends by itself, and shows how far it is. Throws, and is called again, while something waits. */
async function send(): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window' });
  if (pages.some(({ visibilityState }) => visibilityState === 'visible')) throw new Error('A page sends it.');
  await deliverAll();
}
