// The texts of the cockpit of operations: its parts, what may be wrong with each, and what to do then.
import { safety } from './safety.ts';

/** Numbers, sizes and moments in the reader's language. */
export interface Said {
  number: (value: number) => string;
  bytes: (value: number) => string;
  moment: (at: string) => string;
}

interface Poller {
  identity: string;
  build: string | null;
}

interface DatabaseFacts {
  version: string;
  connections: number;
  connectionsAllowed: number;
  waitingMigrations: string[];
}

interface Planned {
  what: string;
  nextRunAt: string | null;
  paused: boolean;
}

const time = (seconds: number, { number }: Said) => {
  if (seconds < 90) return `${number(seconds)} detik`;
  return seconds < 5_400 ? `${number(Math.round(seconds / 60))} menit` : `${number(seconds / 3_600)} jam`;
};

export const cockpit = {
  title: 'Keadaan sistem',
  allGood: 'Semua bagian baik',
  notGood: (names: string[]) => `${names.length} bagian perlu perhatian`,
  checked: (at: string) => `Diperiksa ${at}; diperbarui sendiri.`,
  stale: (at: string) => `Di bawah ini keadaan terakhir yang diketahui, ${at}.`,
  states: { good: 'Baik', look: 'Perlu dilihat', broken: 'Rusak' },
  names: {
    engine: 'Mesin alur kerja',
    worker: 'Pekerja',
    queue: 'Antrean tugas',
    database: 'Basis data',
    size: 'Ukuran basis data',
    record: 'Pencatatan keputusan',
    starting: 'Laporan yang belum dimulai',
    reconciliation: 'Pencocokan',
    mail: 'Surel',
    webhooks: 'Webhook',
    schedules: 'Jadwal berikutnya',
    calendar: 'Kalender kerja',
    storage: 'Ruang lampiran',
    scanning: 'Pemeriksaan virus',
    reading: 'Pembacaan identitas',
    versions: 'Versi',
  },
  lines: {
    engine: ({ server, namespace }: { server: string; namespace: string }) => [
      `Temporal ${server}, namespace ${namespace}`,
    ],
    worker: ({ pollers }: { pollers: Poller[] }, said: Said) => [
      `${said.number(pollers.length)} pekerja meminta tugas`,
      ...pollers.map(({ identity, build }) => `${identity}${build ? `, build ${build}` : ''}`),
    ],
    queue: (
      { waiting, waitsSeconds }: { waiting: number | null; waitsSeconds: number | null },
      said: Said,
    ) => {
      if (waiting === null) return ['Server ini tidak menghitungnya'];
      if (waiting === 0) return ['Tidak ada yang menunggu'];
      return [`${said.number(waiting)} tugas menunggu, yang terlama ${time(waitsSeconds ?? 0, said)}`];
    },
    database: (facts: DatabaseFacts, { number }: Said) => [
      `PostgreSQL ${facts.version}`,
      `${number(facts.connections)} dari ${number(facts.connectionsAllowed)} koneksi terpakai`,
      facts.waitingMigrations.length === 0
        ? 'Semua migrasi sudah dijalankan'
        : `Migrasi yang menunggu: ${facts.waitingMigrations.join(', ')}`,
    ],
    size: ({ bytes }: { bytes: number }, said: Said) => [said.bytes(bytes)],
    record: ({ lagSeconds }: { lagSeconds: number }, said: Said) => [
      `Tercatat paling lambat ${time(lagSeconds, said)} setelah diputuskan, dalam lima menit terakhir`,
    ],
    starting: ({ unstarted, passedOver }: { unstarted: number; passedOver: number }, { number }: Said) => [
      unstarted === 0 ? 'Semua laporan sudah dimulai' : `${number(unstarted)} laporan belum dimulai`,
      passedOver === 0 ? 'Tidak ada yang dilewati' : `${number(passedOver)} hal dilewati untuk sementara`,
    ],
    reconciliation: (
      { at, total, mendedTotal }: { at: string | null; total: number; mendedTotal: number },
      { number, moment }: Said,
    ) =>
      at === null
        ? ['Belum pernah berjalan']
        : [
            `Terakhir ${moment(at)}`,
            ...(mendedTotal > 0 ? [`${number(mendedTotal)} laporan dipulihkan dari catatannya`] : []),
            total === 0 ? 'Tidak ada selisih' : `${number(total)} selisih`,
          ],
    mail: ({ on, pending, lagSeconds }: { on: boolean; pending: number; lagSeconds: number }, said: Said) => [
      ...(on ? [] : ['Server surel belum diatur pada API (SMTP_URL)']),
      pending === 0
        ? 'Tidak ada yang menunggu'
        : `${said.number(pending)} menunggu${lagSeconds > 0 ? `, yang terlama ${time(lagSeconds, said)}` : ''}`,
    ],
    webhooks: ({ pending }: { pending: number }, { number }: Said) => [
      pending === 0 ? 'Tidak ada panggilan yang menunggu' : `${number(pending)} panggilan menunggu`,
    ],
    schedules: ({ next }: { next: Planned[] }, { moment }: Said) =>
      next.map(
        ({ what, nextRunAt, paused }) =>
          `${what}: ${paused ? 'dijeda' : nextRunAt ? moment(nextRunAt) : 'tidak dijadwalkan'}`,
      ),
    calendar: ({ decreedUntil }: { decreedUntil: number | null }) => [
      decreedUntil === null ? 'Belum ada tahun yang diisi' : `Hari libur diisi sampai ${decreedUntil}`,
    ],
    storage: ({ disk }: { disk: { bytes: number; free: number } | null }, { bytes }: Said) => [
      disk ? `Sisa ${bytes(disk.free)} dari ${bytes(disk.bytes)}` : 'Di dalam bucket S3, terjangkau',
    ],
    ...safety.lines,
    versions: ({ product, node }: { product: string; node: string }) => [
      `Tuntas ${product}`,
      `Node ${node} (API)`,
    ],
  },
  /** What is wrong, and what to do. */
  troubles: {
    hangs: [
      'Tidak menjawab dalam waktunya.',
      'Bagian lain tetap diperiksa. Bila tetap begini pada pemeriksaan berikutnya, lihat log API dan beban mesinnya.',
    ],
    unseen: ['Tidak dapat dilihat.', 'Pulihkan dulu mesin alur kerja.'],
    'engine-away': [
      'Temporal tidak menjawab.',
      'Keputusan dijawab 503 dan tidak ada yang hilang; laporan tetap diterima dan dimulai kemudian. Jalankan lagi Temporal, atau periksa alamatnya (TEMPORAL_ADDRESS).',
    ],
    'database-away': [
      'Basis data tidak menjawab.',
      'Jalankan lagi PostgreSQL; setelah itu pencatatan mengejar sendiri.',
    ],
    'storage-away': [
      'Tempat lampiran tidak terjangkau.',
      'Periksa apakah disknya terpasang, atau apakah bucket S3 dan kuncinya benar. Unggahan ditolak sampai pulih.',
    ],
    failed: ['Pemeriksaannya gagal.', 'Log API menyebut sebabnya.'],
    'no-worker': [
      'Tidak ada pekerja yang menjawab.',
      'Jalankan pekerja: npm run worker. Bila pekerja versi lain berjalan: npm run promote di sana. Keputusan dan tenggat menunggu sampai itu.',
    ],
    'several-builds': [
      'Pekerja dari beberapa versi berjalan bersama.',
      'Wajar selama pembaruan. Bila bukan, hentikan pekerja dari versi lama.',
    ],
    'queue-late': [
      'Tugas menunggu terlalu lama.',
      'Tambah satu pekerja; bila tidak menolong, lihat beban PostgreSQL.',
    ],
    'connections-few': [
      'Koneksi hampir habis.',
      'Lihat siapa yang memakainya (pg_stat_activity), atau naikkan max_connections.',
    ],
    'migrations-waiting': [
      'Ada migrasi yang belum dijalankan.',
      'Jalankan npm run migrate sebagai pemilik tabel.',
    ],
    'record-late': [
      'Pencatatan tertinggal dari keputusan.',
      'Basis data lambat atau sempat tidak ada. Ia mengejar sendiri; bila tidak, lihat beban PostgreSQL.',
    ],
    unstarted: [
      'Ada laporan yang alur kerjanya belum dimulai.',
      'Pekerja memulainya sendiri setiap lima detik. Bila tetap ada, log pekerja menyebut sebabnya.',
    ],
    differences: [
      'Catatan dan alur kerja berbeda.',
      'Lihat tiap laporan di bawah ini; panduan menyebut tindakan untuk tiap jenis selisih.',
    ],
    'not-reconciled': [
      'Pencocokan tidak berjalan selama satu jam.',
      'Jalankan sekarang; bila dijeda, lanjutkan di halaman Jadwal.',
    ],
    'passed-over': [
      'Satu pekerjaan melewati sesuatu dan mencobanya lagi.',
      'Daftarnya ada di bagian bawah halaman ini.',
    ],
    'mail-refused': [
      'Server surel kita sendiri menolak.',
      'Periksa SMTP_URL (nama dan kata sandi) dan SMTP_FROM pada pekerja. Tidak ada surel yang hilang.',
    ],
    'mail-late': [
      'Surel tidak terkirim pada waktunya.',
      'Periksa apakah pekerja berjalan dan apa jawaban server surel.',
    ],
    'mail-given-up': [
      'Ada surel yang tidak lagi dicoba.',
      'Betulkan alamat atau servernya, lalu coba lagi dari daftar ini.',
    ],
    'calls-failing': [
      'Ada panggilan webhook yang gagal.',
      'Kantor pemilik webhook perlu memperbaikinya; panggilan yang gagal dapat dicoba lagi.',
    ],
    'webhooks-off': [
      'Ada webhook yang dimatikan karena terus gagal.',
      'Kantornya sudah diberi tahu; ia menyalakannya lagi setelah diperbaiki.',
    ],
    'schedule-paused': ['Ada jadwal yang dijeda.', 'Lanjutkan di halaman Jadwal bila sudah tidak perlu.'],
    'schedule-failed': [
      'Jalannya sebuah jadwal yang terakhir gagal.',
      'Lihat sebabnya di Temporal UI, lalu jalankan lagi di halaman Jadwal.',
    ],
    'disk-full': [
      'Ruang untuk lampiran hampir habis.',
      'Perbesar disknya, atau pindahkan lampiran ke bucket S3 sebelum unggahan ditolak.',
    ],
    ...safety.troubles,
  },
  runbook: 'Panduan',
  runbookPage: {
    title: 'Panduan operasi',
    lead: 'Arti setiap peringatan dan apa yang harus dilakukan, dalam bahasa Inggris.',
    contents: 'Isi panduan',
  },
  differences: {
    'workflow-ahead': 'alur kerja tahu lebih banyak daripada catatannya',
    'workflow-parted': 'alur kerja sudah menjawab lain daripada catatannya',
    'number-taken': 'nomornya dipakai alur kerja laporan lain',
    'row-ended': 'catatan sudah berakhir, alur kerjanya belum',
    'row-missing': 'alur kerja tanpa catatan',
  },
  goOn: {
    label: 'Lanjutkan menurut catatannya',
    reason: 'Siapa yang memutuskan dan mengapa',
    what: 'Alur kerjanya berakhir, beserta apa pun yang hanya ia ketahui; laporan berjalan lagi dari catatannya. Alasan ini tercatat.',
    done: 'Laporan berjalan lagi dari catatannya.',
  },
  reconcileNow: 'Cocokkan sekarang',
  reconciling: 'Pencocokan dijalankan.',
  failing: {
    title: 'Yang gagal',
    to: (name: string | null) => (name === null ? 'Kepada pelapor' : `Kepada ${name}`),
    tried: (error: string, attempts: string, at: string | null) =>
      `${error}; ${attempts} kali dicoba${at ? `, terakhir ${at}` : ''}`,
    next: (at: string) => `dicoba lagi ${at}`,
    givenUp: 'tidak dicoba lagi',
    again: 'Coba lagi',
    done: 'Dicoba lagi sekarang.',
  },
  allSchedules: 'Semua jadwal',
};
