// Whatever stands in a query, a cursor, a path or a header of any route that reads: never a fault of ours.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Api, type Driven } from '../../support/api.ts';

interface Operation {
  parameters?: { name: string; in: string }[];
}

let api: Api;
let r: Driven;
let app: Awaited<ReturnType<Api['replica']>>;
beforeAll(async () => {
  api = await Api.open();
  r = await (await api.report()).toRow8();
  await api.report();
  // Not over a socket: faster, and nothing of the address is mended on the way.
  app = await api.replica();
});
afterAll(async () => {
  await app?.close();
  await api?.close();
});

/** What lists give as the next place, taken apart and put together otherwise. */
const cursor = fc
  .tuple(
    fc.constantFrom<unknown>(
      null,
      'infinity',
      '-infinity',
      '0000-01-01T00:00:00.000Z',
      '+275760-09-13T00:00:00.000Z',
      '2026-11-26T00:00:00.000Z',
      1e300,
      {},
    ),
    fc.constantFrom<unknown>('LAP-2026-000001', '', '\0', '\ud800', 7, null, ['a']),
  )
  .map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url'));

const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  cursor,
  fc.constantFrom(
    '',
    '\0',
    '-'.repeat(200),
    '"',
    '- -'.repeat(60),
    'or',
    '%',
    "'; select 1 --",
    '\\',
    '*:*',
    '(',
    '!',
    '<->',
    'a'.repeat(3_000),
  ),
  fc.constantFrom(
    '-1',
    '0',
    '1',
    '1e309',
    'NaN',
    'Infinity',
    '2147483648',
    '9007199254740993',
    '999999999999999',
    '1'.repeat(30),
    '0x10',
    '１',
  ),
  fc.constantFrom(
    '0000-01-01',
    '9999-12-31',
    '10000-01-01',
    '275760-09-13',
    '2026-02-30',
    '0001-01-01T00:00:00+23:59',
    '9999-12-31T23:59:59.999-23:59',
  ),
  fc.constantFrom(
    'true',
    'false',
    'null',
    'me',
    'none',
    'undefined',
    '[object Object]',
    '__proto__',
    'constructor',
    'toString',
  ),
);

/** As it is written into an address: also what no encoder writes. */
const written = value.map((text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')));
const raw = fc.oneof(
  { weight: 9, arbitrary: written },
  { weight: 1, arbitrary: fc.constantFrom('%', '%zz', '%ff', '%c0%80', '%ed%a0%80', '+', '&', '=') },
);

test('never a 500, and every refusal a problem', async () => {
  const { paths } = (await app.inject('/openapi.json')).json<{
    paths: Record<string, Record<string, Operation>>;
  }>();
  const tokens = await Promise.all(['nasional', 'eselon1', 'ops'].map((who) => api.tokenOf(who)));
  const known: Record<string, string> = { number: r.number, year: '2026', username: 'nasional' };
  let asked = 0;
  const begun = Date.now();
  for (const [path, { get }] of Object.entries(paths)) {
    if (!get || path.endsWith('/live') || path.endsWith('/readyz')) continue;
    const names = (get.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name);
    const query = fc.array(fc.tuple(fc.constantFrom(...names, 'x', 'limit', 'cursor', '__proto__'), raw), {
      maxLength: 4,
    });
    const placed = fc.array(fc.option(raw, { freq: 2 }), { minLength: 3, maxLength: 3 });
    const who = fc.constantFrom(
      ...tokens.map((token) => ({ authorization: `Bearer ${token}` })),
      { 'x-access-key': r.key },
      { authorization: 'Bearer x' },
      {},
    );
    await fc.assert(
      fc.asyncProperty(query, placed, who, async (pairs, places, headers) => {
        let n = 0;
        const at = path.replace(/\{(\w+)\}/g, (_, name: string) => places[n++] ?? known[name] ?? '1');
        const url = `${at}?${pairs.map(([name, one]) => `${name}=${one}`).join('&')}`;
        asked += 1;
        // Limits of an address are another test's.
        const remoteAddress = `10.${asked >> 16}.${(asked >> 8) & 255}.${asked & 255}`;
        const answer = await app.inject({ url, headers, remoteAddress });
        expect([
          url,
          answer.statusCode < 500 ? 0 : `${answer.statusCode} ${answer.body.slice(0, 300)}`,
        ]).toEqual([url, 0]);
        if (answer.statusCode >= 400)
          expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
      }),
      { numRuns: names.length > 0 ? 100 : 25, interruptAfterTimeLimit: 5_000 },
    );
  }
  console.log(`${asked} addresses in ${Date.now() - begun} ms`);
});
