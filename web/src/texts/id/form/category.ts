// What a report is about.
export const category = {
  found: (count: number) => `${count} kategori`,
  own: 'Tidak ada di daftar; kategori Anda sendiri juga diterima.',
  kinds: {
    informasi: 'permintaan informasi',
    aspirasi: 'aspirasi',
    pengaduan: 'pengaduan',
    oversight: 'pengaduan berkadar pengawasan',
  },
  usually: (kind: string, law: string | undefined) =>
    `Kategori ini biasanya disampaikan sebagai ${kind}${law ? ` (${law})` : ''}.`,
  handledBy: (agency: string) => `Biasanya ditangani ${agency}.`,
  address: 'Tujukan ke sana',
};
