// Words on the buttons and fields of offices, superiors and operations alike.
export const officers = {
  cancel: 'Batal',
  save: 'Simpan',
  saved: 'Tersimpan.',
  required: 'Wajib diisi',
  more: 'Muat lebih banyak',
  newTab: '(tab baru)',
  picking: {
    pick: 'Pilih kantor',
    none: 'Tidak ada kantor yang cocok',
    found: (count: number) => `${count} kantor cocok`,
    groups: { recent: 'Baru Anda pilih', rest: 'Semua kantor' },
    hint: 'Ketik kata apa pun dari namanya, atau singkatannya',
    hintKeys: 'Ketik kata apa pun dari namanya, atau singkatannya; 1–9 langsung memilih',
    unstaffed: 'Belum ada petugas: laporan akan menunggu',
  },
};
