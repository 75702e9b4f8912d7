// The reporter is to be reached elsewhere.
export const contact = {
  title: 'Ubah kontak',
  now: (reached: string) => `Sekarang: ${reached}.`,
  none: 'Belum ada kontak.',
  email: 'Alamat surel baru',
  phone: 'Nomor telepon baru',
  why: 'Yang dikosongkan tidak berubah. Alamat baru perlu dikonfirmasi lewat tautan; alamat lama diberi tahu.',
  empty: 'Isi salah satu',
  send: 'Simpan kontak',
  updates: 'Kabar lewat surel',
  always:
    'Jawaban, pertanyaan, dan akhir laporan selalu kami kirim. Semua yang terjadi juga tampil di halaman ini.',
  onceConfirmed: 'Berlaku begitu alamat surel dikonfirmasi. Semua yang terjadi juga tampil di halaman ini.',
  chosen: 'Pilihan kabar tersimpan',
  done: 'Kontak Anda sudah diubah',
};
