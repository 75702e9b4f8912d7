// The texts of the page where officers sign in.
export const signIn = {
  title: 'Masuk petugas',
  lead: 'Untuk admin nasional, instansi, eselon 1, dan UPT. Pelapor tidak perlu akun.',
  username: 'Nama pengguna',
  password: 'Kata sandi',
  submit: 'Masuk',
  or: 'atau',
  oidc: (name: string) => `Masuk dengan ${name}`,
  required: 'Wajib diisi',
  ended: 'Sesi Anda sudah berakhir',
  endedWhy:
    'Masuk lagi untuk melanjutkan. Keputusan dan catatan yang sedang Anda tulis masih tersimpan di peramban ini.',
  /** By why it did not work at the identity provider. */
  failures: {
    'tidak-terdaftar': 'Akun Anda belum terdaftar di sini. Hubungi admin kantor Anda.',
    'penyedia-tidak-tersedia':
      'Penyedia identitas sedang tidak dapat dihubungi. Coba lagi sebentar lagi, atau masuk dengan kata sandi.',
    'sistem-tidak-tersedia': 'Sistem sedang tidak tersedia. Coba lagi sebentar lagi.',
    ditolak: 'Penyedia identitas menolak, atau Anda membatalkannya.',
    kedaluwarsa: 'Waktu untuk masuk di penyedia identitas sudah habis. Mulai sekali lagi.',
  },
  failed: 'Masuk lewat penyedia identitas tidak berhasil. Coba lagi.',
  everywhere: 'Keluar dari semua perangkat',
};
