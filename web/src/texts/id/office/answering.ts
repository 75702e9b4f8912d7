// Writing to the reporter: the draft, its files, what they will get, and the seconds before it goes.

export const editor = {
  saving: 'Menyimpan draf …',
  saved: (moment: string) => `Draf tersimpan ${moment}`,
  yours: 'Hanya Anda yang dapat membaca draf ini; tersimpan sampai dikirim, paling lama 30 hari.',
  failed: 'Draf belum tersimpan di server; masih ada di tab ini dan dicoba lagi.',
  elsewhere: 'Draf ini sudah diubah atau dikirim dari jendela lain',
  elsewhereSays: 'Yang tersimpan di sana:',
  elsewhereNone: 'Di sana tidak ada draf lagi.',
  mine: 'Pakai yang di sini',
  theirs: 'Pakai yang di sana',
  discard: 'Buang draf',
  discardSure: 'Buang draf ini?',
  discarded: 'Draf dibuang.',
  files: 'Lampiran untuk pelapor (boleh kosong)',
  addFiles: 'Lampirkan berkas',
  filesWhy: 'Diunggah saat dikirim; pelapor melihatnya bersama tulisan ini.',
  removeFile: (name: string) => `Buang ${name}`,
  uploading: (done: number, of: number) => `Mengunggah lampiran, ${done} dari ${of} …`,
  preview: 'Pratinjau: yang diterima pelapor',
  previewEmpty: 'Tulis dulu; pratinjau mengikuti yang Anda tulis.',
  onPage: 'Di halaman laporannya',
  inMail: 'Dalam surel',
  mailWhy:
    'Begini surel ke alamat yang sudah dikonfirmasi. Alamat lain hanya diberi tahu bahwa ada kabar, tanpa isinya.',
  noMail: 'Tidak ada surel untuk keputusan ini.',
  subject: 'Perihal',
};

export const sending = {
  title: 'Menunggu dikirim',
  what: { answer: 'Jawaban', reject: 'Penolakan' },
  inSeconds: (what: string, number: string, seconds: number) =>
    `${what} untuk ${number} dikirim dalam ${seconds} detik`,
  announced: (what: string, number: string) =>
    `${what} untuk ${number} dikirim dalam 10 detik. Sampai saat itu masih dapat ditahan.`,
  /** Which of them: the only one, or how many. */
  which: ([first = '', ...others]: readonly string[]) =>
    others.length === 0 ? first : `${others.length + 1} laporan`,
  going: (what: string, number: string) => `${what} untuk ${number} sedang dikirim …`,
  hold: 'Tahan',
  now: 'Kirim sekarang',
  held: (what: string, number: string) => `${what} untuk ${number} ditahan; isinya kembali menjadi draf.`,
  refused: (what: string, number: string, why: string) =>
    `${what} untuk ${number} tidak terkirim: ${why}. Isinya masih ada sebagai draf.`,
  here: 'Menunggu dikirim; selama itu masih dapat Anda tahan.',
};
