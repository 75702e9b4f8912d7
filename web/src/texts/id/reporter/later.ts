// What comes after the first question of the form.
import type { Update } from '../../../../../sop/terms.ts';

export const later = {
  subjectWhy: 'Satu kalimat singkat, misalnya “Jalan berlubang di depan Pasar Baru”.',
  descriptionWhy: 'Apa yang terjadi, di mana, kapan, dan siapa yang terlibat.',
  categoryWhy: 'Pilih yang paling dekat, atau tulis sendiri.',
  agencyWhy: 'Bila ragu, serahkan kepada kami: Admin Nasional meneruskannya ke instansi yang berwenang.',
  anyAgency: 'Biar kami tentukan',
  agenciesAway: 'Daftar instansi belum dapat dimuat; biarkan kami yang menentukan.',
  anonymousHint: 'Jangan menulis nama atau kontak Anda di judul, isi laporan, dan lampiran.',
  reporterWhy: 'Dipakai untuk menghubungi Anda tentang laporan ini. Tidak pernah ditampilkan kepada publik.',
  emailWhy: 'Kami mengabari Anda bila ada tanggapan, jawaban, atau permintaan kelengkapan.',
  phoneWhy: 'Bila petugas perlu bertanya.',
  preview: 'Begini dibaca publik',
  previewWhy:
    'Setelah terverifikasi, bersama jawabannya. Nama dan kontak Anda disamarkan; yang lain tampil seperti Anda tulis. Bila itu terlalu banyak, pilih Anonim atau Rahasia.',
  filesSent: 'Foto besar diperkecil dulu supaya cepat terkirim. Dikirim setelah laporan terdaftar.',
  making: 'Memperkecil foto …',
  made: (from: string, to: string) => `${to}, diperkecil dari ${from} tanpa data kamera`,
  useOriginal: 'Pakai aslinya',
  keep: 'Ini perangkat saya sendiri: simpan sampai terkirim',
  keepWhy:
    'Tulisan dan lampiran disimpan paling lama tujuh hari, dan dikirim begitu ada sambungan, juga bila halaman ini sudah ditutup. Jangan pakai di perangkat bersama.',
  chooseFiles: 'Pilih berkas',
  notSent: 'Laporan belum terkirim',
  notSentWhy: 'Isian Anda tetap tersimpan. Mengirim lagi tidak akan mendaftarkan laporan dua kali.',
  again: 'Kami kirim lagi sendiri begitu ada sambungan, selama halaman ini terbuka.',
  againKept:
    'Kami kirim lagi sendiri begitu ada sambungan, juga bila halaman ini Anda tutup; paling lambat saat Anda membuka situs ini lagi.',
  /** What is mailed on wish. */
  wishes: {
    'hand-overs': ['Laporan diteruskan ke kantor lain', 'Satu surel tiap kali berpindah.'],
    lateness: ['Batas waktu terlewati', 'Satu surel tiap batas waktu yang terlewati.'],
  } as Record<Update, [string, string]>,
  byMail: 'Kabar lewat surel',
  always:
    'Jawaban, pertanyaan, dan akhir laporan selalu kami kirim. Semua yang terjadi juga tampil di halaman ini.',
  onceConfirmed: 'Berlaku begitu alamat surel dikonfirmasi. Semua yang terjadi juga tampil di halaman ini.',
  chosen: 'Pilihan kabar tersimpan',
  restored: 'Draf Anda dipulihkan',
  restoredWhy: 'Ini yang Anda ketik sebelumnya di peramban ini. Di perangkat bersama, hapus bila selesai.',
  restoredFiles: (names: string) => `Lampiran perlu dipilih lagi: ${names}.`,
  restart: 'Hapus draf',
  draftNotKept:
    'Peramban ini tidak dapat menyimpan draf (penuh atau dilarang). Kirim sebelum menutup halaman.',
};
