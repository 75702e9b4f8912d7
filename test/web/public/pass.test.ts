// Number and key of a report, read from what people type and paste.
import { expect, test } from 'vitest';
import { readPass } from '../../../web/src/public/mine/pass.ts';

const number = 'LAP-2026-000123';
const key = 'ABCD-EFGH-IJKL-MNOP-QRST-UVWX-YZ';
const both = { number, key };

test.each([
  [
    'as the receipt has it',
    `Nomor laporan: ${number}\nKunci akses: ${key}\nIkuti laporan di https://x.id/ikuti/${number}`,
    both,
  ],
  ['as a link', `https://x.id/ikuti/${number}#${key}`, both],
  ['a mail with quotes', `> Nomor laporan: ${number}\r\n> Kunci akses: ${key}\r\n>`, both],
  ['run together by a field of one line', `Nomor laporan: ${number}Kunci akses: ${key} Ikuti`, both],
  ['in small letters, with blanks', 'lap 2026 000123 abcd efgh ijkl mnop qrst uvwx yz', both],
  ['digits taken for letters', 'LAP-2O26-OOOI23', { number, key: undefined }],
  ['the key in one', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', { number: undefined, key: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' }],
  ['with dashes of a word processor', key.replaceAll('-', '–'), { number: undefined, key }],
  ['half a key', 'ABCD-EFGH-IJKL', { number: undefined, key: undefined }],
  ['other words', 'Kunci saya ada di rumah, nomor 08123456789', { number: undefined, key: undefined }],
])('%s', (_, text, found) => {
  expect(readPass(text)).toEqual(found);
});
