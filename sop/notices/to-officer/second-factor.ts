// What people are told of the second factor of their account: whatever becomes of it, by whomever (decision 49).
import type { Words } from '../../texts/language.ts';
import type { Message } from '../notices.ts';
import { told } from '../told.ts';

const news = {
  'totp-added': {
    subject: { id: 'Faktor kedua ditambahkan', en: 'A second factor was added' },
    line: {
      id: 'Aplikasi autentikator ditambahkan pada akun Anda. Semua perangkat lain sudah keluar.',
      en: 'An authenticator app was added to your account. All other devices are signed out.',
    },
  },
  'totp-removed': {
    subject: { id: 'Faktor kedua dihapus', en: 'A second factor was removed' },
    line: {
      id: 'Aplikasi autentikator dihapus dari akun Anda.',
      en: 'The authenticator app was removed from your account.',
    },
  },
  'passkey-added': {
    subject: { id: 'Passkey ditambahkan', en: 'A passkey was added' },
    line: {
      id: 'Sebuah passkey ditambahkan pada akun Anda. Semua perangkat lain sudah keluar.',
      en: 'A passkey was added to your account. All other devices are signed out.',
    },
  },
  'passkey-removed': {
    subject: { id: 'Passkey dihapus', en: 'A passkey was removed' },
    line: {
      id: 'Sebuah passkey dihapus dari akun Anda.',
      en: 'A passkey was removed from your account.',
    },
  },
  'codes-made': {
    subject: { id: 'Kode pemulihan baru', en: 'New recovery codes' },
    line: {
      id: 'Kode pemulihan baru dibuat untuk akun Anda. Yang lama tidak berlaku lagi.',
      en: 'New recovery codes were made for your account. The old ones no longer work.',
    },
  },
  'code-used': {
    subject: { id: 'Kode pemulihan dipakai', en: 'A recovery code was used' },
    line: {
      id: 'Seseorang masuk ke akun Anda dengan kata sandi dan satu kode pemulihan. Kode itu tidak berlaku lagi.',
      en: 'Somebody signed in to your account with its password and a recovery code. That code no longer works.',
    },
  },
  locked: {
    subject: { id: 'Sepuluh kode salah untuk akun Anda', en: 'Ten wrong codes for your account' },
    line: {
      id: 'Seseorang memberikan kata sandi Anda yang benar, lalu sepuluh kode yang salah. Faktor kedua akun Anda dikunci lima belas menit. Ganti kata sandi Anda.',
      en: 'Somebody gave your right password, and then ten wrong codes. The second factor of your account is locked for fifteen minutes. Change your password.',
    },
  },
} satisfies Record<string, { subject: Words; line: Words }>;
export type FactorNews = keyof typeof news;

export function secondFactorNews(what: FactorNews): Message {
  const { subject, line } = news[what];
  return {
    kind: 'second-factor',
    subject,
    ...told(line, {
      id: 'Bila bukan Anda yang melakukan atau memintanya, segera hubungi petugas operasional.',
      en: 'If it was not you who did or asked for it, tell operations staff at once.',
    }),
  };
}
