// Deciding: forms, what happens next, what was done, what somebody else did meanwhile.
import type { OfficeAction } from '../../../../../sop/terms.ts';
import { editor, sending } from './answering.ts';

const done: Record<OfficeAction, (office: string | undefined) => string> = {
  receive: () => 'diterima',
  accept: (office) =>
    office ? `diverifikasi dan didisposisikan ke ${office}` : 'diverifikasi sebagai kewenangan kita',
  dispose: (office) => `didisposisikan ke ${office ?? 'kantor tujuan'}`,
  return: () => 'dikembalikan',
  respond: () => 'dijawab kepada pelapor',
  answer: () => 'dijawab secara substantif',
  reject: () => 'ditolak',
  'request-completion': () => 'dimintakan kelengkapan',
  told: () => 'dicatat: pelapor sudah diberi tahu',
  recall: () => 'ditarik kembali',
  ask: () => 'ditanyakan kepada pelapor',
  correct: () => 'diperbaiki datanya',
  extend: () => 'diperpanjang batas waktunya',
};

export const deciding = {
  editor,
  sending,
  title: 'Keputusan Anda',
  nothing: 'Tidak ada keputusan yang terbuka bagi Anda saat ini.',
  heldBy: (name: string) => `Laporan ini sedang dipegang ${name}.`,
  ended: 'Laporan ini sudah berakhir.',
  rejected: (until: string | undefined) =>
    `Laporan ini ditolak; pelapornya masih dapat berkeberatan${until ? ` sampai ${until}` : ''}, dan laporan lalu kembali ke kantor yang menolaknya.`,
  afterOriginal: (limit: string) => `${limit} sesudah laporan asal berakhir`,
  bound: 'Disposisi ini mengikat setelah beberapa kali dikembalikan; tidak dapat dikembalikan lagi.',
  drafted: 'ada draf',
  waits: 'Menunggu kelengkapan dari pelapor; jam langkah ini berhenti.',
  office: 'Kantor tujuan',
  officeOptional: 'Sekaligus disposisikan ke (boleh kosong)',
  officeLater: 'Belum, hanya verifikasi',
  reason: 'Alasan',
  reasonReporter: 'Alasan (dibaca pelapor)',
  reasonReporterOptional: 'Alasan (dibaca pelapor; boleh kosong)',
  reasonOffices: 'Alasan (dibaca kantor, tidak oleh pelapor)',
  missing: 'Yang perlu dilengkapi (dibaca pelapor)',
  toldAlready:
    'Bagaimana pelapor diberi tahu (bila tanpa surel terkonfirmasi; boleh kosong, dapat dicatat kemudian)',
  told: 'Bagaimana pelapor diberi tahu (dibaca kantor)',
  remark: 'Catatan untuk kantor tujuan (boleh kosong)',
  text: 'Isi jawaban (dibaca pelapor)',
  textRespond: 'Isi respon awal (dibaca pelapor)',
  textFurther: 'Isi pesan (dibaca pelapor)',
  textAsk: 'Pertanyaan (dibaca pelapor)',
  letters: (letters: number, least: number) =>
    letters < least ? `${letters} dari paling sedikit ${least} huruf` : `${letters} huruf`,
  tooShort: (least: number) =>
    `Paling sedikit ${least} huruf; spasi, angka, dan tanda baca tidak dihitung. Tulis apa yang sudah atau akan dikerjakan.`,
  duplicateOf: 'Nomor laporan asal',
  duplicateOfOptional: 'Nomor laporan asal (boleh kosong)',
  duplicateHint:
    'Isi bila laporan ini mengulang laporan lain; pelapor laporan asal diberi tahu bahwa ada laporan serupa.',
  duplicateOnly:
    'Kantor Anda hanya dapat menolak laporan yang mengulang laporan lain; pelapor laporan asal diberi tahu bahwa ada laporan serupa.',
  changes: {
    title: 'Data laporan',
    was: (said: string) => `Sekarang: ${said}`,
    empty: 'kosong',
    kind: 'Jenis',
    oversight: 'Berkadar pengawasan',
    subject: 'Judul (dibaca semua)',
    category: 'Kategori',
    place: 'Tempat kejadian',
    region: 'Wilayah kejadian',
    happenedOn: 'Tanggal kejadian',
    confidentiality: 'Kerahasiaan (hanya dapat dinaikkan)',
  },
  template: 'Pakai templat',
  templatePick: 'Pilih templat',
  alike: {
    title: (count: number) =>
      count === 0 ? 'Menurut kategorinya' : `Dari ${count} laporan serupa yang sudah dijawab`,
    answered: (count: number, of: number) => `menjawab ${count} dari ${of}`,
    returned: (count: number, reason: string | null) =>
      `mengembalikan ${count}${reason ? `, terakhir: ${reason}` : ''}`,
    usual: (category: string) => `biasanya menangani kategori ${category}`,
  },
  nobodyThere: 'Kantor ini belum memiliki petugas aktif: laporan akan menunggu sampai ada.',
  nobodyThereSure: 'Ya, tetap kirim ke kantor ini',
  noOffices: 'Kantor Anda belum memiliki kantor di bawahnya.',
  nextTitle: 'Selanjutnya',
  next: {
    mine: (step: number, name: string, limit: string) =>
      `Tetap di kantor Anda, langkah ${step}: ${name}. Batas ${limit}.`,
    down: (office: string, step: number, name: string, limit: string) =>
      `Laporan pindah ke ${office}, langkah ${step}: ${name}. Batas ${limit}.`,
    chosen: 'kantor yang Anda pilih',
    eachHolder: 'kantor yang memegangnya',
    up: (office: string, step: number, name: string, limit: string) =>
      `Laporan kembali ke ${office}, langkah ${step}: ${name}. Batasnya mulai dari awal: ${limit}.`,
    respond: (further: boolean) =>
      `Pelapor menerima ${further ? 'pesan ini' : 'respon awal ini'}; laporan tetap pada langkahnya dengan tenggat yang sama, dan waktunya terus dibebankan kepada pemegangnya.`,
    respondReceives: (further: boolean, step: number, name: string, limit: string) =>
      `Pelapor menerima ${further ? 'pesan ini' : 'respon awal ini'}, dan laporan sekaligus diterima: langkah ${step}: ${name}. Batas ${limit}. Waktu sampai sekarang dibebankan kepada kantor Anda.`,
    further: (limit: string) => `Pelapor menerima pesan ini; ${limit} menuju penutupan dihitung ulang.`,
    answer: (limit: string) =>
      `Pelapor menerima jawaban ini; laporan ditutup sistem setelah ${limit} tanpa tanggapan. Waktu sampai sekarang dibebankan kepada kantor Anda.`,
    reject: (limit: string) =>
      `Pelapor diberi tahu alasannya dan dapat berkeberatan sekali dalam ${limit}; tanpa itu laporan berakhir. Waktu sampai sekarang dibebankan kepada kantor Anda.`,
    rejectDuplicate: (limit: string) =>
      `Pelapor diberi tahu, lalu mengikuti laporan asal: respon awal, jawaban, dan akhirnya. Pelapor dapat berkeberatan sampai ${limit} sesudah laporan asal berakhir. Waktu sampai sekarang dibebankan kepada kantor Anda.`,
    completion: (limit: string) =>
      `Pelapor menerima permintaan ini dan punya ${limit} untuk melengkapi; bila tidak, laporan berakhir. Sementara itu jam langkah ini dan batas keseluruhan berhenti, dan waktunya tidak dibebankan kepada kantor Anda; batas respon awal berjalan terus. Tanpa surel terkonfirmasi, waktunya baru berjalan setelah dicatat bagaimana pelapor diberi tahu.`,
    recall: (from: string, step: number, name: string, limit: string) =>
      `Laporan kembali ke kantor Anda, langkah ${step}: ${name}. Batasnya mulai dari awal: ${limit}. Waktu sampai sekarang tetap dibebankan kepada ${from}; kantor itu dan pelapor diberi tahu.`,
    correct: 'Tenggat tidak berubah.',
    corrected:
      'Pelapor diberi tahu alasannya; isi yang lama tetap ada dalam catatan. Waktu terus dibebankan kepada kantor Anda.',
    correctWhole: (was: string, is: string) =>
      `Batas keseluruhan ${was} menjadi ${is}, dihitung sejak laporan tiba di instansi.`,
    correctRow: (was: string, is: string) =>
      `Batas langkah ini ${was} menjadi ${is}, dihitung sejak laporan tiba di langkah ini.`,
    extend: (more: string) =>
      `Batas langkah ini dan batas keseluruhan mundur ${more}, sekali untuk laporan ini; pelapor diberi tahu alasannya. Waktu terus dibebankan kepada kantor Anda.`,
    ask: 'Pelapor menerima pertanyaan ini dan dapat membalas dengan pesan; laporan tetap pada langkahnya dengan tenggat yang sama, dan waktu terus dibebankan kepada kantor Anda.',
    told: (limit: string) => `Pelapor punya ${limit} untuk melengkapi, mulai sekarang.`,
    firstResponseGoesOn:
      'Respon awal yang belum diberikan menjadi tugas kantor itu, dengan batas yang sudah berjalan.',
    firstResponse: (limit: string) => `Bila belum ada, respon awal kepada pelapor ditunggu dalam ${limit}.`,
    binding: 'Disposisi ini mengikat: tidak dapat dikembalikan.',
    charged:
      'Waktu sampai sekarang dibebankan kepada kantor Anda; pelapor tidak dikirimi kabar, tetapi melihatnya di halaman laporannya.',
    whole: (days: number) =>
      days < 0
        ? `Batas keseluruhan sudah lewat ${-days} hari kerja.`
        : `Dari batas keseluruhan tersisa ${days} hari kerja.`,
  },
  done: (number: string, what: string) => `${number} ${what}.`,
  doneWhat: done,
  now: (step: string, name: string) => `Kini ${step}: ${name}.`,
  nowHeld: (holder: string) => `Dipegang ${holder}.`,
  nowDue: (moment: string) => `Tenggat ${moment}.`,
  nextReport: 'Ini laporan berikutnya.',
  queueDone: 'Kotak kerja dengan saringan ini sudah habis.',
  failed: {
    nothingDone: 'Keputusan belum diambil; tidak ada yang berubah. Yang Anda ketik masih ada.',
    uncertain:
      'Belum pasti apakah keputusan ini sudah tercatat. Aman dikirim lagi: keputusan yang sama tidak akan diambil dua kali.',
    again: (action: string) => `${action}: kirim lagi`,
  },
  changed: {
    title: 'Laporan ini berubah sejak Anda membukanya',
    none: 'Perubahannya belum dapat dimuat.',
    keep: 'Yang Anda ketik masih ada. Periksa dulu apakah keputusan Anda masih tepat.',
    proceed: 'Sudah saya baca, lanjutkan',
    notOpen: (action: string) =>
      `"${action}" tidak lagi terbuka pada langkah laporan sekarang. Salin teks Anda bila perlu.`,
  },
  bulk: {
    title: (action: string, count: number) => `${action}: ${count} laporan`,
    open: (count: number, of: number) =>
      `Terbuka untuk ${count} dari ${of} laporan yang dipilih; sisanya dilewati.`,
    original: (number: string) => `${number} adalah laporan asalnya dan tidak ikut diputuskan.`,
    submit: (action: string, count: number) => `${action}: ${count} laporan`,
    working: (done: number, of: number) => `${done} dari ${of} selesai …`,
    results: (good: number, bad: number) =>
      bad === 0 ? `${good} laporan selesai diputuskan.` : `${good} berhasil, ${bad} tidak.`,
    good: 'Berhasil',
    bad: 'Tidak',
    retry: 'Ulangi yang belum pasti',
    list: 'Hasil tiap laporan',
    many: (count: number) => `${count} laporan diputuskan sekaligus dengan kata yang sama.`,
    manySure: (action: string) => `Ya, ${action.toLowerCase()} semuanya`,
  },
};
