// Following a public report instead of filing it again.
export const joining = {
  similar: 'Apakah ini laporan Anda?',
  similarWhy:
    'Laporan publik ini mirip dengan tulisan Anda. Bila sama, ikuti saja; tidak perlu melapor lagi.',
  newTab: '(tab baru)',
  meToo: 'Saya juga mengalami',
  about: 'Mengalami hal yang sama? Ikuti laporan ini; kantor melihat berapa orang mengalaminya, tanpa nama.',
  email: 'Alamat surel untuk dikabari (tidak wajib)',
  emailWhy: 'Kami kirim tautan konfirmasi lebih dulu. Kabarnya: respon awal, jawaban, dan akhir laporan.',
  following: 'Anda mengikuti laporan ini',
  followingWhy: 'Laporan ini ada di “Ikuti laporan” pada perangkat ini.',
  pressLink: 'Tekan tautan konfirmasi dalam surel yang kami kirim; sesudah itu Anda dikabari.',
  stop: 'Berhenti mengikuti',
  list: 'Laporan yang saya ikuti',
};
