// Who looked at whom, and what is unusual about it (reading 33).
interface Read {
  reports: string;
  elsewhere: string;
  atNight: string;
  usual: string;
}

export const looks = {
  title: 'Siapa yang melihat',
  why: 'Yang melihat identitas pelapor atau membuka berkas, sekali per petugas dan hari. Tercatat sebelum terlihat; pelapor membaca kantornya.',
  show: 'Tampilkan',
  none: 'Belum ada yang melihat.',
  what: {
    identity: 'Identitas pelapor',
    original: 'Berkas asli',
    copy: 'Berkas tanpa data tersembunyi',
    internal: 'Berkas antar-kantor',
  },
  who: (name: string, office: string) => `${name}, ${office}`,
  notTheirs: 'di luar urusan kantornya',
  page: {
    title: 'Pembacaan satu petugas',
    lead: (day: string) => `Yang dilihat pada ${day}, satu baris per laporan.`,
    none: 'Tidak ada yang dilihat pada hari itu, atau petugasnya bukan dari kantor Anda atau di bawahnya.',
    officer: 'Nama pengguna',
    day: 'Tanggal',
    notADay: 'Bukan tanggal; misalnya 31/12/2026',
    find: 'Lihat',
    number: 'Laporan',
    at: 'Pertama kali',
    whats: 'Yang dilihat',
    theirs: 'Urusan kantornya',
    yes: 'Ya',
    no: 'Tidak',
  },
  unusual: {
    elsewhere: ({ reports, elsewhere }: Read) =>
      `${elsewhere} dari ${reports} laporan bukan urusan kantornya`,
    'at-night': ({ atNight }: Read) => `${atNight} laporan pada malam hari`,
    'above-usual': ({ reports, usual }: Read) => `${reports} laporan, biasanya ${usual}`,
  },
};
