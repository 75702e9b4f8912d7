// The report that one follows.
export const original = {
  title: 'Laporan yang Anda ikuti',
  about: (number: string) => `Laporan ${number} tentang hal yang sama ditangani lebih dulu.`,
  unread: 'Sudah dijawab. Isinya tidak untuk umum.',
  nothing: 'Laporan itu belum dijawab. Anda diberi tahu bila ada kabar.',
  ended: (at: string) => `Laporan itu berakhir ${at}.`,
};
