// What brings a reporter back to a report.
export const mine = {
  mine: 'Laporan saya',
  mineWhy: 'Daftar ini hanya ada di perangkat ini; siapa pun yang memakainya dapat membuka laporannya.',
  forget: 'Lupakan',
  forgetAll: 'Lupakan semua',
  remember: 'Ingat di ponsel ini',
  rememberWhy:
    'Laporan ini tampil di “Laporan saya” dan terbuka tanpa mengetik kunci. Nomor, judul, dan kunci hanya disimpan di peramban ini; jangan pakai di perangkat bersama.',
  notRemembered: 'Peramban ini tidak dapat menyimpannya (penuh atau dilarang).',
  photo: 'Pakai foto tanda terima',
  photoWhy:
    'Foto atau tangkapan layar dengan kode QR tanda terima. Dibaca di ponsel ini dan tidak dikirim ke mana pun.',
  photoRead: 'Nomor dan kunci terisi dari foto',
  photoNothing: 'Tidak ada kode QR yang terbaca dalam foto ini',
  photoOther: 'Kode QR dalam foto ini bukan dari tanda terima',
  photoAgain: 'Coba foto yang lebih dekat, tegak, dan terang, atau ketik nomor dan kuncinya.',
  ways: 'Buka di perangkat lain, atau bagikan',
  square: (number: string) => `Kode QR yang membuka laporan ${number}`,
  squareWhy:
    'Pindai kode QR ini dengan ponsel lain untuk membuka laporan tanpa mengetik. Di dalamnya ada kunci: perlihatkan hanya kepada yang boleh membaca laporan.',
  withKey: 'Sertakan kunci dalam tautan',
  withKeyWhy: 'Siapa pun yang menerima tautan ini dapat membaca laporan dan menanggapi atas nama Anda.',
  withoutKeyWhy: 'Sekarang tautannya tanpa kunci: penerima tahu nomornya, tetapi tidak dapat membukanya.',
  copy: 'Salin tautan tanpa kunci',
  copyWithKey: 'Salin tautan dengan kunci',
  whatsApp: 'Bagikan lewat WhatsApp, tanpa kunci',
  whatsAppWithKey: 'Bagikan lewat WhatsApp, dengan kunci',
  message: (number: string, link: string) =>
    `Laporan ${number}: ${link} (perlu kunci akses untuk membukanya)`,
  messageWithKey: (number: string, link: string) =>
    `Laporan ${number}: ${link} (tautan ini memuat kunci; jangan diteruskan)`,
};
