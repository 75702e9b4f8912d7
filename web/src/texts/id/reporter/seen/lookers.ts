// Who looked at the reporter's data (reading 33), and what a virus scanner says of their files.
export const lookers = {
  title: 'Siapa yang melihat data Anda',
  why: 'Setiap kantor yang melihat identitas Anda atau membuka berkas Anda, sekali per petugas dan hari.',
  show: 'Tampilkan',
  none: 'Belum ada yang melihatnya.',
  what: {
    identity: 'Identitas Anda',
    original: 'Berkas asli',
    copy: 'Berkas tanpa data tersembunyi',
    internal: 'Berkas antar-kantor',
  },
  more: 'Lebih lama',
  scan: {
    waiting: 'Sedang diperiksa dari virus; kantor dapat membukanya setelah itu.',
    found:
      'Mengandung virus, jadi tidak dapat dibuka siapa pun. Periksa perangkat Anda, lalu kirim berkas yang bersih.',
  },
};
