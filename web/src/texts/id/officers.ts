// Words on the buttons and fields of offices, superiors and operations alike.
export const officers = {
  cancel: 'Batal',
  save: 'Simpan',
  saved: 'Tersimpan.',
  required: 'Wajib diisi',
  more: 'Muat lebih banyak',
  newTab: '(tab baru)',
};
