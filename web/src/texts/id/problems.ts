// What went wrong, by code. Codes that are not here show the title that the API gave.
export const problems: Record<string, string> = {
  unreachable: 'Server tidak dapat dihubungi. Periksa sambungan internet Anda, lalu coba lagi.',
  timeout: 'Server terlalu lama menjawab. Coba lagi sebentar lagi.',
  unreadable: 'Jawaban server tidak dapat dibaca. Coba lagi sebentar lagi.',
  'bad-credentials': 'Nama pengguna atau kata sandi salah.',
  locked: 'Akun ini dikunci sementara karena terlalu banyak kata sandi salah. Coba lagi 15 menit lagi.',
  'too-many-requests': 'Terlalu banyak permintaan. Tunggu sebentar, lalu coba lagi.',
  'invalid-fields': 'Ada isian yang kurang atau salah.',
  'idempotency-key-reused':
    'Ini sudah dikirim dari tab lain dengan isi lain. Kirim lagi bila memang berbeda.',
  internal: 'Terjadi kesalahan pada sistem. Coba lagi sebentar lagi.',
};
