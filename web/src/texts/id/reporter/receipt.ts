// The receipt of a report, and the files that go after it.
export const receipt = {
  title: 'Laporan Anda terdaftar',
  lead: 'Admin akan memverifikasinya dan meneruskan ke kantor yang berwenang.',
  earlier:
    'Kiriman pertama Anda ternyata sudah sampai. Yang terdaftar adalah isi pada kiriman pertama; tambahkan perubahannya lewat halaman ikuti laporan.',
  keep: 'Simpan nomor dan kunci ini sekarang',
  keepWhy:
    'Kunci akses hanya ditampilkan satu kali. Bila hilang, kunci baru hanya dapat diminta lewat surel yang sudah Anda konfirmasi.',
  copyBoth: 'Salin nomor dan kunci',
  copyKey: 'Salin kunci saja',
  print: 'Cetak',
  mail: 'Kirim ke surel saya',
  mailSubject: (number: string) => `Laporan ${number}`,
  mailWhy:
    'Surel dibuka di aplikasi surel Anda, berisi nomor dan tautan, tanpa kunci. Simpan kuncinya di tempat lain, atau pilih “Ingat di ponsel ini”.',
  pass: (number: string, key: string, address: string) =>
    `Nomor laporan: ${number}\nKunci akses: ${key}\nIkuti laporan di ${address}`,
  /** Without the key: who reads a mailbox does not read the report. */
  mailBody: (number: string, address: string) =>
    `Nomor laporan: ${number}\nIkuti laporan di ${address}\n\nUntuk membukanya perlu kunci akses, yang sengaja tidak ada di surel ini.`,
  followAt: (address: string) => `Ikuti laporan di ${address}`,
  follow: 'Ikuti laporan ini',
  another: 'Sampaikan laporan lain',
  uploads: 'Lampiran yang sedang dikirim',
  upload: {
    waiting: 'Menunggu giliran',
    sending: (percent: number) => `Mengirim, ${percent}%`,
    done: 'Terkirim',
    failed: 'Gagal terkirim',
    again: 'Kirim lagi',
    againName: (name: string) => `Kirim lagi ${name}`,
  },
  stay: 'Jangan tutup halaman ini sampai semua lampiran terkirim.',
  uploadsDone: 'Semua lampiran terkirim',
};
