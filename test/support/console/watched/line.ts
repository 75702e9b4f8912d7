// What a page asks for and gets on the line, as Chromium counts it: headers and bodies, as they were compressed.
import type { Page } from 'playwright-core';

interface Asked {
  /** Method and address without the origin. */
  what: string;
  bytes: number;
}

export interface Line {
  /** All that was asked for since the last call, of the API alone. */
  take: () => Asked[];
}

/** From now on. */
export async function watchLine(page: Page): Promise<Line> {
  const session = await page.context().newCDPSession(page);
  const asked = new Map<string, Asked>();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    const { pathname, search } = new URL(request.url);
    if (pathname.startsWith('/v1/'))
      asked.set(requestId, { what: `${request.method} ${pathname}${search}`, bytes: 0 });
  });
  // A stream does not end: of it the parts are counted.
  session.on('Network.dataReceived', ({ requestId, dataLength }) => {
    const one = asked.get(requestId);
    if (one?.what.includes('/live')) one.bytes += dataLength;
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = asked.get(requestId);
    if (one) one.bytes = encodedDataLength;
  });
  await session.send('Network.enable');
  return {
    take: () => {
      const taken = [...asked.values()].map((one) => ({ ...one }));
      asked.clear();
      return taken;
    },
  };
}

/** What of it was asked for more than once. */
export function twice(asked: readonly Asked[]): string[] {
  const all = asked.map(({ what }) => what);
  return [...new Set(all.filter((what, n) => all.indexOf(what) !== n))];
}
