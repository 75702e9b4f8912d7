// Reporters' addresses, confirmed or not (readings 11, 33).
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contactConfirmed } from '../../db/queries/contacts.ts';
import { openRegistry, type Registry, store } from './registry.ts';

let r: Registry;
beforeEach(async () => {
  r = await openRegistry();
  await store(r.sql, 'LAP-1', '2026-11-23T02:00:00.000Z', 'siti@example.org');
});
afterEach(() => r.close());

test('another address is not confirmed yet', async () => {
  expect(await contactConfirmed(r.sql, 'LAP-1')).toBe(false);
  await r.sql`update identities set email_confirmed_at = now()`;
  expect(await contactConfirmed(r.sql, 'LAP-1')).toBe(true);
  await r.sql`update identities set email = 'lain@example.org'`;
  expect(await contactConfirmed(r.sql, 'LAP-1')).toBe(false);
});
