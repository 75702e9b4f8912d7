// The words of the procedure as people read them.
import { terms } from './terms.ts';

export const words = {
  /** In a field that is empty. */
  dayForm: 'hh/bb/tttt',
  kinds: terms.kinds,
  statuses: {
    received: 'Diterima',
    'in-process': 'Sedang diproses',
    'awaiting-completion': 'Perlu dilengkapi',
    answered: 'Sudah dijawab',
    closed: 'Selesai',
    rejected: 'Tidak dapat diproses',
    withdrawn: 'Tidak dilengkapi',
    'withdrawn-by-reporter': 'Ditarik pelapor',
  },
  number: 'Nomor laporan',
  accessKey: 'Kunci akses',
  optional: '(tidak wajib)',
  send: 'Kirim',
  copied: 'Tersalin',
  notCopied: 'Tidak dapat menyalin; pilih teksnya lalu salin sendiri',
  description: 'Isi laporan',
  category: 'Kategori',
  place: 'Tempat kejadian',
  happenedOn: 'Tanggal kejadian',
  agency: 'Instansi',
  receivedAt: 'Masuk',
  firstResponse: 'Respon awal',
  answer: 'Jawaban',
  saidBy: (office: string, at: string) => `${office}, ${at}`,
};
