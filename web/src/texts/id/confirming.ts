// Confirming an e-mail address.
export const confirming = {
  title: 'Konfirmasi alamat surel',
  lead: 'Tekan tombol di bawah bila alamat surel ini milik Anda dan Anda ingin menerima kabar di sana.',
  press: 'Ya, ini alamat saya',
  notYou: 'Bila bukan Anda yang mencantumkannya, tutup saja halaman ini; tidak ada yang berubah.',
  noToken: 'Tautan ini tidak lengkap. Buka lagi tautan dari surel.',
  done: 'Alamat surel sudah dikonfirmasi',
  doneFor: {
    reporter: 'Kabar berikutnya tentang laporan Anda kami kirim lengkap ke alamat itu.',
    officer: 'Pemberitahuan berikutnya kami kirim lengkap ke alamat itu.',
    follower: 'Respon awal, jawaban, dan akhir laporan itu kami kabarkan ke sana.',
  },
  stop: 'Berhenti mengikuti laporan',
  stopLead: 'Tekan tombol di bawah bila Anda tidak ingin dikabari lagi; alamat surel Anda lalu kami hapus.',
  stopPress: 'Ya, berhenti',
  stopped: 'Anda tidak lagi mengikuti laporan itu',
  read: (number: string) => `Baca laporan ${number}`,
  waiting: 'Alamat surel menunggu konfirmasi',
  waitingWhy:
    'Tekan tautan dalam surel yang kami kirim. Sebelum itu surel hanya mengabarkan bahwa ada perkembangan, tanpa isinya.',
  sendAgain: 'Kirim tautan lagi',
  sentAgain: 'Tautan baru sedang dikirim. Periksa juga folder spam.',
  follow: (number: string) => `Ikuti laporan ${number} dengan kunci akses`,
};
