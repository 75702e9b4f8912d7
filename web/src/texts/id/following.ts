// Following a report.
import { ombudsman } from '../../../../sop/texts/ombudsman.ts';
import { levelNames, type ReporterAction } from '../../../../sop/terms.ts';
interface Line {
  office: string | null;
  to: string | null;
  binding: boolean;
  /** Of a limit that was missed. */
  clock: string | null;
  closedBy: string | null;
}

export const following = {
  title: 'Ikuti laporan',
  lead: 'Masukkan nomor dan kunci akses yang Anda terima saat melapor.',
  numberExample: 'Misalnya LAP-2026-000123',
  keyExample: 'Misalnya ABCD-EFGH-… Boleh tempel seluruh tanda terima di salah satu isian.',
  submit: 'Buka laporan',
  wrong: 'Nomor dan kunci ini tidak cocok. Periksa keduanya, huruf demi huruf.',
  forget: 'Tutup dan lupakan kunci',
  now: 'Keadaan sekarang',
  statuses: {
    received: 'Laporan Anda sudah masuk dan menunggu diverifikasi.',
    'in-process': 'Laporan Anda sedang ditangani.',
    'awaiting-completion': 'Kami menunggu kelengkapan dari Anda. Tanpa itu laporan tidak dapat dilanjutkan.',
    answered: 'Laporan Anda sudah dijawab. Baca jawabannya, lalu sampaikan apakah Anda puas.',
    closed: 'Laporan Anda sudah selesai dan ditutup.',
    rejected: 'Laporan Anda tidak dapat diproses. Alasannya ada di bawah.',
    withdrawn: 'Laporan ditutup karena kelengkapan yang diminta tidak diterima.',
  },
  withdrawnByReporter: 'Anda menarik laporan ini; penanganannya berakhir.',
  objectedNow: 'Keberatan Anda sedang ditangani.',
  closedByReporter: 'Anda menutupnya dengan konfirmasi.',
  closedBySystem: 'Sistem menutupnya karena masa tanggapan berakhir.',
  holder: 'Ditangani oleh',
  system: levelNames.system,
  expect: 'Yang dapat Anda harapkan',
  /** reading 30. */
  marked: (when: string, provisional: boolean) =>
    provisional ? `${when} (sementara: hari libur tahun itu belum ditetapkan)` : when,
  stepBy: (office: string, at: string) => `Langkah berikutnya dari ${office} paling lambat ${at}`,
  stepLate: (office: string, at: string) =>
    `Langkah berikutnya dari ${office} seharusnya ${at}; kantor itu sudah diingatkan`,
  objectionBy: (at: string) => `Tanggapan atas keberatan Anda paling lambat ${at}`,
  objectionLate: (at: string) => `Keberatan Anda seharusnya ditanggapi ${at}; kantor itu sudah diingatkan`,
  firstResponseBy: (at: string) => `Respon awal paling lambat ${at}`,
  firstResponseLate: (at: string) =>
    `Respon awal seharusnya diberikan ${at}; kantor di atasnya sudah diingatkan`,
  answerBy: (at: string) => `Jawaban paling lambat ${at}`,
  answerLate: (at: string) => `Jawaban seharusnya diberikan ${at}; kantor di atasnya sudah diingatkan`,
  answerLater: 'Batas waktu jawaban dihitung sejak instansi menerima laporan',
  completeBy: (at: string) => `Lengkapi paling lambat ${at}`,
  completeLater: 'Batas waktu melengkapi baru berjalan setelah kantor mencatat bagaimana Anda diberi tahu',
  closesAt: (at: string) => `Tanpa tanggapan dari Anda, laporan ditutup ${at}`,
  yours: 'Yang dapat Anda lakukan',
  asked: 'Yang diminta',
  question: 'Pertanyaan kantor',
  reason: 'Alasan',
  actions: {
    completion: ['Lengkapi laporan', 'Kirim kelengkapan yang diminta; penanganan lalu dilanjutkan.'],
    confirmation: ['Saya puas', 'Laporan ditutup sekarang juga.'],
    reply: ['Balas', 'Tulis tanggapan atau pertanyaan; masa tanggapan dihitung ulang.'],
    objection: [
      'Ajukan keberatan',
      'Jawaban belum menyelesaikan masalah; kantor yang menjawab menangani lagi, pada keberatan berikutnya kantor di atasnya.',
    ],
    message: ['Tulis pesan', 'Dibaca kantor yang menangani; batas waktu tidak berubah.'],
    withdrawal: ['Tarik laporan', 'Laporan berakhir sekarang juga dan tidak ditangani lagi.'],
  } as Record<ReporterAction, [string, string]>,
  /** Asked once more, as nothing brings it back, and the button that does it. */
  sure: {
    confirmation: ['Laporan ditutup dan tidak dapat dibuka lagi. Lanjutkan?', 'Ya, tutup laporan'],
    withdrawal: ['Laporan berakhir dan tidak ditangani lagi. Lanjutkan?', 'Ya, tarik laporan'],
  } as Partial<Record<ReporterAction, [string, string]>>,
  /** What the button does. */
  does: {
    completion: 'Kirim kelengkapan',
    confirmation: 'Tutup laporan',
    reply: 'Kirim balasan',
    objection: 'Ajukan keberatan',
    message: 'Kirim pesan',
    withdrawal: 'Tarik laporan',
  } as Record<ReporterAction, string>,
  notYet: 'Batal',
  rejection: {
    until: (at: string) =>
      `Anda dapat mengajukan keberatan sampai ${at}; laporan lalu diverifikasi ulang. Sesudah itu penolakan menjadi tetap.`,
    untilAfter: (number: string) =>
      `Bila kedua laporan itu tidak sama, Anda dapat mengajukan keberatan. Waktunya masih ada setelah laporan ${number} berakhir; tanggalnya lalu tampil di sini.`,
    noMore: 'Keberatan atas penolakan ini sudah pernah ditangani dan tidak dapat diajukan lagi.',
    final: 'Penolakan ini sudah tetap.',
    actions: {
      objection: [
        'Ajukan keberatan',
        'Laporan kembali ke kantor yang menolaknya untuk diverifikasi ulang; kantor di atasnya diberi tahu.',
      ],
      message: [
        'Tulis pesan',
        'Dibaca kantor yang menolaknya. Pesan bukan keberatan dan tidak mengubah apa pun.',
      ],
    } as Partial<Record<ReporterAction, [string, string]>>,
  },
  ombudsman: `Bila belum memuaskan, Anda dapat menyampaikannya kepada ${ombudsman}.`,
  original: {
    chip: 'Digabungkan',
    joined: (number: string) => `Laporan Anda digabungkan dengan laporan ${number} dan mengikutinya.`,
  },
  chooseOne: 'Pilih salah satu',
  text: 'Tulisan Anda',
  textOptional: 'Pesan (tidak wajib)',
  required: 'Tulis sesuatu dulu',
  noObjection: 'Batas jumlah keberatan sudah tercapai; Anda masih dapat membalas atau menyatakan puas.',
  unsent: 'Tulisan Anda tidak terkirim, karena laporan sudah berlanjut',
  answerBefore: 'Jawaban sebelumnya',
  sent: 'Tanggapan Anda sudah diterima',
  timeline: 'Perjalanan laporan',
  /** English only: Indonesian titles come from the API. */
  events: {} as Record<string, ((line: Line) => string) | undefined>,
  yourReport: 'Laporan Anda',
  known: (source: string, id: string) => `Nomor di ${source}: ${id}`,
  attachments: 'Lampiran',
  noAttachments: 'Belum ada lampiran.',
  addFiles: 'Tambah lampiran',
  download: (name: string) => `Unduh ${name}`,
  fromOffice: 'dari kantor',
  fromYou: 'dari Anda',
  polling: 'Sambungan langsung terputus; keadaan diperiksa tiap 15 detik.',
  changed: 'Keadaan laporan berubah',
};
