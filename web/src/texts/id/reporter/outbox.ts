// Of a report that waited for the line.
export const outbox = {
  sent: (title: string) => `Laporan “${title}” sudah terkirim`,
  sentWhy: 'Simpan nomor dan kuncinya: keduanya hanya tersimpan di perangkat ini.',
  earlier: 'Yang terdaftar adalah isi pada kiriman pertama Anda.',
  see: 'Lihat nomor dan kunci',
  waits: (title: string) => `Laporan “${title}” belum terkirim`,
  waitsWhy: 'Kami kirim sendiri begitu ada sambungan.',
  files: (count: number) => `${count} lampiran masih menunggu sambungan.`,
  refused: (title: string) => `Laporan “${title}” tidak dapat dikirim`,
  refusedWhy: 'Buka formulirnya, periksa isiannya, lalu kirim lagi.',
  open: 'Buka formulir',
  drop: 'Jangan kirim, hapus dari perangkat ini',
};
