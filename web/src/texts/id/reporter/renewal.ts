// Another access key: by a code when it is lost, or at once by who has it.
export const renewal = {
  lost: 'Kunci hilang?',
  lostWhy:
    'Demi keamanan, kunci lama tidak dapat ditampilkan lagi. Bila alamat surel pada laporan itu sudah Anda konfirmasi, kami mengirim kode untuk membuat kunci baru. Jawaban atas laporan terbuka tetap dapat dibaca di daftar laporan publik.',
  begin: 'Minta kunci baru',
  email: 'Alamat surel pada laporan',
  emailWhy: 'Yang sudah Anda konfirmasi lewat tautan dalam surel kami.',
  send: 'Kirim kode',
  sent: 'Bila nomor dan alamat itu cocok, kodenya sudah dikirim',
  sentWhy:
    'Periksa surel Anda, juga folder spam. Kode berlaku 15 menit. Apakah keduanya cocok tidak kami katakan kepada siapa pun.',
  code: 'Kode dari surel',
  codeWhy: 'Delapan angka.',
  required: 'Wajib diisi',
  renew: 'Buat kunci baru',
  made: 'Kunci akses baru Anda',
  madeWhy:
    'Simpan sekarang: kunci ini ditampilkan satu kali. Kunci yang lama tidak berlaku lagi, juga di kode QR dan tautan yang lama.',
  copy: 'Salin kunci',
  open: 'Buka laporan',
  end: 'Kunci diketahui orang lain?',
  endWhy: 'Ganti kunci akses; yang sekarang langsung tidak berlaku lagi, di perangkat mana pun.',
  change: 'Ganti kunci akses',
  sure: 'Siapkan tempat untuk menyimpan kunci baru. Ganti sekarang?',
  yes: 'Ya, ganti kuncinya',
  no: 'Batal',
};
