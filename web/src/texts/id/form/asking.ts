// The form one thing at a time, and what is mailed on wish.
export const asking = {
  where: 'Di mana dan kapan?',
  address: 'Tentang apa, dan untuk siapa?',
  check: 'Periksa sebelum mengirim',
  progress: (at: number, of: number) => `Langkah ${at} dari ${of}`,
  next: 'Lanjut',
  back: 'Kembali',
  change: 'Ubah',
  checkAgain: 'Simpan dan periksa lagi',
  notFilled: 'Tidak diisi',
  oversight: 'berkadar pengawasan',
  allAtOnce: 'Tampilkan semua pertanyaan di satu halaman',
  updates: 'Kabari saya lewat surel juga bila …',
  oneByOne: 'Tampilkan satu pertanyaan tiap halaman',
};
