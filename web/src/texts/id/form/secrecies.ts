// Who may see a report, and what that means.
export const secrecies = {
  terbuka: [
    'Terbuka',
    'Isi dan jawabannya dapat dibaca semua orang di daftar laporan publik, tanpa nama dan kontak Anda. Jangan tulis data pribadi di dalamnya.',
  ],
  anonim: [
    'Anonim',
    'Nama dan kontak Anda hanya dilihat Admin Nasional, tidak oleh kantor yang menangani. Tidak tampil di daftar publik.',
  ],
  rahasia: [
    'Rahasia',
    'Hanya kantor yang menangani dan kantor di atasnya yang melihat laporan dan identitas Anda. Tidak tampil di daftar publik.',
  ],
} as Record<'terbuka' | 'anonim' | 'rahasia', [string, string]>;
