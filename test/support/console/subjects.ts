// What people of a town complain about, ask and wish: enough to fill an officer's desk.
type Subject = {
  title: string;
  description: string;
  category: string;
  kind: string;
  place: string;
  confidentiality: string;
  channel: string;
};

const said: [title: string, description: string, category: string, place: string][] = [
  [
    'Jalan berlubang di depan Pasar Baru',
    'Lubang sedalam 30 cm di depan Pasar Baru sudah tiga bulan tidak ditambal; dua pengendara motor jatuh pekan lalu.',
    'Jalan',
    'Kec. Sukajadi, Bandung',
  ],
  [
    'Lampu jalan padam sejak Senin di Jalan Melati',
    'Seluruh lampu dari simpang tiga sampai jembatan padam; warga pulang malam dengan senter.',
    'Penerangan',
    'Kec. Cicendo, Bandung',
  ],
  [
    'Antrean loket sejak subuh',
    'Loket baru dibuka pukul 09.30 padahal jadwalnya 08.00, nomor antrean habis pukul 06.00.',
    'Pelayanan loket',
    'Kota Cimahi',
  ],
  [
    'Permohonan data penerima bantuan 2026',
    'Mohon jumlah penerima bantuan per kecamatan untuk penelitian kami, dalam bentuk tabel.',
    'Data dan informasi',
    'Kota Bandung',
  ],
  [
    'Usul ruang laktasi di kantor layanan',
    'Ibu yang mengantre dengan bayi tidak punya tempat menyusui; satu ruangan kecil sudah cukup.',
    'Pelayanan loket',
    'Kota Makassar',
  ],
  [
    'Pungutan saat mengurus surat pindah',
    'Petugas loket 2 meminta uang tambahan Rp150.000 tanpa tanda terima agar cepat selesai.',
    'Pungutan liar',
    'Kab. Gowa',
  ],
  [
    'Air keran keruh dan berbau di perumahan',
    'Sejak awal bulan airnya cokelat pada pagi hari; anak-anak mulai gatal.',
    'Air bersih',
    'Kec. Depok, Sleman',
  ],
  [
    'Sampah menumpuk di tepi sungai dekat sekolah',
    'Truk tidak datang tiga pekan, baunya sampai ke ruang kelas.',
    'Lingkungan',
    'Kec. Tallo, Makassar',
  ],
  [
    'Aplikasi antrean daring selalu galat',
    'Setelah memilih tanggal muncul layar putih; sudah dicoba di tiga ponsel.',
    'Pelayanan daring',
    'Kota Denpasar',
  ],
  [
    'Kartu hilang, penggantinya belum jadi dua bulan',
    'Tanda terima nomor 118, setiap datang disuruh kembali pekan depan.',
    'Pelayanan loket',
    'Kec. Abepura, Jayapura',
  ],
  [
    'Jembatan gantung desa putus talinya',
    'Tali sebelah kiri putus setelah banjir; anak sekolah memutar empat kilometer.',
    'Jalan',
    'Kab. Garut',
  ],
  [
    'Trotoar dipakai berjualan di depan puskesmas',
    'Kursi roda tidak dapat lewat, pasien turun ke jalan raya.',
    'Jalan',
    'Kota Medan',
  ],
];
const kinds: Record<string, string> = { Permohonan: 'informasi', Usul: 'aspirasi' };
const secrecies = ['terbuka', 'terbuka', 'anonim', 'terbuka', 'rahasia'];
const channels = ['web', 'sms', 'surat', 'tatap-muka', 'media-sosial'];

/** Some of them twice, from another place the second time. */
export const subjects = [...said, ...said.slice(0, 4)].map(([title, description, category], n): Subject => {
  const [, , , place = ''] = said[(n + (n < said.length ? 0 : 5)) % said.length] ?? [];
  const kind = kinds[title.split(' ')[0] ?? ''] ?? 'pengaduan';
  const confidentiality = secrecies[n % secrecies.length] ?? 'terbuka';
  return {
    title,
    description,
    category,
    kind,
    place,
    confidentiality,
    channel: channels[n % channels.length] ?? 'web',
  };
}) as [Subject, ...Subject[]];
