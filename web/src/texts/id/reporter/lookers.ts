// Who looked at the reporter's data (reading 33).
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
};
