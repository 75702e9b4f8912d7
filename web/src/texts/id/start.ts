// The start page.
export const start = {
  title: 'Laporan Anda, ditangani sampai tuntas',
  lead: 'Sampaikan pengaduan, aspirasi, atau permintaan informasi kepada kementerian dan lembaga. Setiap laporan punya nomor, batas waktu, dan kantor yang bertanggung jawab.',
  file: 'Sampaikan laporan',
  fileWhy: 'Tanpa akun, sekitar lima menit. Identitas Anda dapat dirahasiakan.',
  follow: 'Ikuti laporan',
  followWhy: 'Lihat siapa yang menangani, tanggapi jawaban, atau lengkapi laporan.',
  register: 'Lihat laporan publik',
  registerWhy: 'Cari laporan yang sudah masuk beserta jawabannya.',
  how: 'Apa yang terjadi setelah Anda melapor',
  steps: [
    ['Anda mendapat nomor dan kunci', 'Simpan keduanya: dengan itu Anda mengikuti laporan kapan saja.'],
    ['Laporan diverifikasi', 'Petugas memastikan laporan jelas dan sampai ke instansi yang berwenang.'],
    ['Unit yang tepat menindaklanjuti', 'Anda mendapat respon awal, lalu jawaban atas laporan Anda.'],
    ['Anda yang menilai', 'Puas? Konfirmasi. Belum? Ajukan keberatan sebelum laporan ditutup.'],
  ] as [string, string][],
};
