// What pages keep in their address, and which link of a menu is the one where one is.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isHere } from '../../web/src/shared/page/is-here.ts';
import { hrefWith, valuesIn, withValues } from '../../web/src/shared/state/address.ts';

const names = ['q', 'kind', 'from'];

test('only what is asked for by name, and is not blank, is in force', () => {
  const search = new URLSearchParams(`q=${'x'.repeat(300)}&kind=%20&other=1&from=`);
  expect(valuesIn(search, names)).toEqual({ q: 'x'.repeat(200) });
  expect(valuesIn(new URLSearchParams('q=jalan%20'), names)).toEqual({ q: 'jalan ' });
});

test('a change takes away what is empty, leaves the others, and does not touch the address it starts from', () => {
  const search = new URLSearchParams('q=air&kind=aspirasi&tahun=2026');
  expect(withValues(search, { q: '', from: '2026-01-02' }).toString()).toBe(
    'kind=aspirasi&tahun=2026&from=2026-01-02',
  );
  expect(search.toString()).toBe('q=air&kind=aspirasi&tahun=2026');
});

test('whatever is chosen is read back from the address that carries it', () => {
  const value = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
    .filter((text) => text.trim() !== '');
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), value), (values) => {
      const href = hrefWith('/register', values);
      expect(valuesIn(new URL(href, 'http://a').searchParams, names)).toEqual({ ...values });
    }),
  );
  expect(hrefWith('/register', { q: '' })).toBe('/register');
});

describe('the link of a menu that leads to where one is', () => {
  test.each([
    ['/kantor/laporan', '/kantor/laporan', false, true],
    ['/kantor/laporan/LAP-2026-000001', '/kantor/laporan', false, true],
    ['/kantor/laporan', '/kantor', true, false],
    ['/kantor', '/kantor', true, true],
    ['/kantoran', '/kantor', false, false],
  ])('%s under %s (exact: %s): %s', (location, href, exact, here) => {
    expect(isHere(location, href, exact)).toBe(here);
  });
});
