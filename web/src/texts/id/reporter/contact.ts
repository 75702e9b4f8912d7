// The reporter is to be reached elsewhere: by another address, or another number.
import type { Language } from '../../../../../sop/texts/language.ts';

export const contact = {
  title: 'Ubah kontak',
  now: (reached: string) => `Sekarang: ${reached}.`,
  none: 'Belum ada kontak.',
  email: 'Alamat surel baru',
  phone: 'Nomor telepon baru',
  why: 'Yang dikosongkan tidak berubah. Alamat baru perlu dikonfirmasi lewat tautan; alamat lama diberi tahu.',
  empty: 'Isi salah satu',
  send: 'Simpan kontak',
  done: 'Kontak Anda sudah diubah',
  language: 'Bahasa surel',
  languages: {
    id: ['Bahasa Indonesia', 'Surel tentang laporan ini ditulis dalam bahasa Indonesia.'],
    en: ['English', 'E-mails about this report are written in English.'],
  } as Record<Language, [string, string]>,
};
