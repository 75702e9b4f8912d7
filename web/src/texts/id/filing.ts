// The form for a report, and its receipt.
import { takenInWords } from '../../../../contract/attachments/kinds.ts';
import { textFaults } from '../../../../sop/texts/text.ts';

export const filing = {
  title: 'Sampaikan laporan',
  lead: 'Isi seperlunya dengan bahasa sendiri. Draf tersimpan di peramban ini sampai terkirim, paling lama tujuh hari.',
  kind: 'Apa yang ingin Anda sampaikan?',
  kinds: {
    pengaduan:
      'Ada pelayanan yang bermasalah, kerusakan, atau dugaan pelanggaran yang perlu ditindaklanjuti.',
    aspirasi: 'Usul, saran, atau harapan agar pelayanan dan kebijakan menjadi lebih baik.',
    informasi: 'Permintaan penjelasan atau data tentang pelayanan dan kebijakan.',
  },
  oversight: 'Menyangkut dugaan penyalahgunaan wewenang (berkadar pengawasan)',
  oversightWhy:
    'Misalnya pungutan liar, korupsi, atau pelanggaran aparat. Perlu diperiksa, jadi batas waktunya lebih panjang.',
  content: 'Ceritakan',
  subject: 'Judul',
  agency: 'Ditujukan kepada',
  secrecy: 'Siapa yang boleh melihat?',
  reporter: 'Tentang Anda',
  name: 'Nama lengkap',
  email: 'Alamat surel',
  phone: 'Nomor telepon',
  files: 'Lampiran',
  filesTaken: `Paling banyak 20 berkas, masing-masing paling besar 10 MB: ${takenInWords}.`,
  /** With a reply. */
  alongFiles: 'Sertakan foto atau berkas',
  wrongKind: (name: string) => `“${name}” bukan jenis berkas yang diterima dan tidak ditambahkan.`,
  tooLarge: (name: string) => `“${name}” lebih besar dari 10 MB dan tidak ditambahkan.`,
  emptyFile: (name: string) => `“${name}” kosong dan tidak ditambahkan.`,
  tooMany: 'Paling banyak 20 berkas; sisanya tidak ditambahkan.',
  remove: (name: string) => `Buang ${name}`,
  removeWord: 'Buang',
  submit: 'Kirim laporan',
  summary: (count: number) => `Ada ${count} isian yang perlu diperbaiki`,
  errors: {
    kind: 'Pilih salah satu jenis laporan',
    required: 'Wajib diisi',
    tooLong: (max: number) => `Terlalu panjang; paling banyak ${max} karakter`,
    ...textFaults,
    day: 'Tulis seperti 12/11/2026',
    future: 'Belum terjadi',
    email: 'Bukan alamat surel yang benar, misalnya nama@contoh.id',
    phone: 'Bukan nomor telepon yang benar, misalnya 0812 3456 7890',
  },
};
