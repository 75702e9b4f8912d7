// Finding and sharing work: the palette of commands, groups of a list.
export const finding = {
  palette: {
    title: 'Cari dan perintah',
    label: 'Nomor, kantor, halaman, atau keputusan',
    short: 'Cari',
    open: 'Buka cari dan perintah',
    list: 'Yang dapat dipilih',
    none: 'Tidak ada yang cocok',
    found: (count: number) => `${count} pilihan`,
    goTo: (number: string) => `Buka ${number}`,
    search: (words: string) => `Cari “${words}” di semua laporan`,
    heldBy: (office: string) => `Laporan di ${office}`,
    decide: (action: string, number: string) => `${action}: ${number}`,
    decideMany: (action: string, count: number) => `${action}: ${count} dipilih`,
    groups: {
      report: 'Laporan',
      action: 'Keputusan',
      page: 'Halaman',
      office: 'Laporan di kantor',
    },
  },
  grouping: {
    label: 'Kelompokkan',
    none: 'Tanpa kelompok',
    by: {
      category: 'Per kategori',
      place: 'Per tempat',
      office: 'Per instansi atau kantor',
      assignee: 'Per petugas',
      day: 'Per hari tenggat',
      step: 'Per langkah',
    },
    due: (day: string) => `Tenggat ${day}`,
    /** Of reports that have none of it. */
    without: {
      category: 'Tanpa kategori',
      place: 'Tanpa tempat',
      office: 'Belum ada instansi',
      assignee: 'Belum diserahkan',
      day: 'Tanpa tenggat',
      step: 'Tanpa langkah',
    },
  },
};
