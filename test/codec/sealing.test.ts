// What is sealed opens by its key, in its place, as it was; and by nothing else (decision 52).
import { expect, test } from 'vitest';
import { newKey, readKeys } from '../../codec/key-ring.ts';
import { hashOfPhone } from '../../db/people/contact-address.ts';
import { Vault } from '../../db/secrets/vault.ts';

const [one, two] = [newKey(), newKey()];
const vault = (keys: string) => new Vault(readKeys(keys, 'A test'));
const said = Buffer.from('Siti Rahmawati');

test('by its key and in its place alone', () => {
  const sealed = vault(one).seal(said, 'identity LAP-1');
  expect(vault(`${two},${one}`).open(sealed, 'identity LAP-1')).toEqual(said);
  expect(() => vault(one).open(sealed, 'identity LAP-2')).toThrow();
  expect(() => vault(two).open(sealed, 'identity LAP-1')).toThrow(/lacks the key "[0-9a-f]{8}"/);
  expect(() => new Vault(undefined).open(sealed, 'identity LAP-1')).toThrow(/only with TUNTAS_IDENTITY_KEYS/);
  for (const at of [0, 3, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => vault(one).open(changed, 'identity LAP-1')).toThrow();
  }
  expect(() => vault(one).open(sealed.subarray(0, 12), 'identity LAP-1')).toThrow();
});

test('never twice alike, and by the first of the keys', () => {
  const both = vault(`${two},${one}`);
  const [first, second] = [both.seal(said, 'x'), both.seal(said, 'x')];
  expect(first.equals(second)).toBe(false);
  expect(vault(two).open(first, 'x')).toEqual(said);
  const [head = Buffer.of(), other = Buffer.of()] = both.heads;
  expect(first.subarray(0, head.length)).toEqual(head);
  expect(vault(one).seal(said, 'x').subarray(0, other.length)).toEqual(other);
});

test('one telephone is one, however it is spelled', () => {
  const hash = (phone: string) => hashOfPhone('kunci', phone).toString('hex');
  expect(new Set(['+62 812-0000-111', '0812 0000 111', '0062 8120000111', '8120000111'].map(hash)).size).toBe(
    1,
  );
  expect(hash('0812 0000 112')).not.toBe(hash('0812 0000 111'));
});
