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
  own: {
    title: 'Data Anda',
    contact: 'Surel atau telepon yang Anda berikan',
    why: 'Untuk memastikan bahwa ini Anda. Bila tidak ada, tulis nama Anda. Berkasnya memuat semua yang kami simpan tentang Anda dan laporan ini.',
    take: 'Unduh data saya',
    erasing: 'Hapus identitas saya',
    erasingWhy:
      'Nama, kontak, NIK, dan tempat Anda dihapus untuk selamanya, dan nama Anda ditutup dalam laporan. Laporan dan jawabannya tetap ada. Ini tidak dapat dibatalkan.',
    number: (number: string) => `Tulis ${number} untuk menghapus`,
    erase: 'Hapus untuk selamanya',
    erased: 'Identitas Anda sudah dihapus',
  },
  language: 'Bahasa surel',
  languages: {
    id: ['Bahasa Indonesia', 'Surel tentang laporan ini ditulis dalam bahasa Indonesia.'],
    en: ['English', 'E-mails about this report are written in English.'],
  } as Record<Language, [string, string]>,
};
