// What the reporter is sent.
import { about, type Facts, type Message } from './notices.ts';
import { said, told } from './told.ts';

const completeBy = ({ deadline }: Facts) =>
  `Mohon dilengkapi paling lambat ${deadline}; tanpa kelengkapan, laporan dianggap tidak dilengkapi.`;

/** reading 23: of the last closing. */
const ombudsman =
  'Bila penyelesaian ini belum memuaskan, Anda dapat menyampaikannya kepada Ombudsman Republik Indonesia (ombudsman.go.id, telepon 137).';

/** To the reporter. */
export const toReporter = {
  filed: (f: Facts): Message => ({
    kind: 'receipt',
    subject: `Laporan Anda diterima: ${f.number}`,
    ...told(
      about(f),
      'Laporan Anda sudah kami terima dan diteruskan untuk diverifikasi.',
      'Simpan nomor laporan dan kunci akses Anda untuk mengikuti prosesnya.',
    ),
  }),
  responded: (f: Facts): Message => ({
    kind: 'first-response',
    subject: `Respon awal untuk laporan ${f.number}`,
    ...told(about(f), `${f.office} menyampaikan:`, said(f.text)),
  }),
  answered: (f: Facts): Message => ({
    kind: 'answer',
    subject: `Jawaban atas laporan ${f.number}`,
    ...told(
      about(f),
      `${f.office} menjawab:`,
      said(f.text),
      `Anda dapat membalas, mengajukan keberatan, atau mengonfirmasi sampai ${f.deadline}. Setelah itu laporan ditutup oleh sistem.`,
    ),
  }),
  'completion-requested': (f: Facts): Message => ({
    kind: 'completion-request',
    subject: `Mohon lengkapi laporan ${f.number}`,
    ...told(
      about(f),
      `${f.office} memerlukan kelengkapan:`,
      said(f.reason),
      f.untold
        ? 'Mohon dilengkapi. Batas waktunya baru berjalan setelah kantor mencatat bagaimana Anda diberi tahu.'
        : completeBy(f),
    ),
  }),
  told: (f: Facts): Message => ({
    kind: 'completion-request',
    subject: `Mohon lengkapi laporan ${f.number}`,
    ...told(about(f), `${f.office} mencatat bahwa Anda sudah diberi tahu.`, completeBy(f)),
  }),
  rejected: (f: Facts): Message => ({
    kind: 'rejection',
    subject: `Laporan ${f.number} tidak dapat diproses`,
    ...told(about(f), 'Laporan Anda tidak dapat kami proses dengan alasan:', said(f.reason)),
  }),
  /** To the reporter of the report that another one repeats. */
  repeated: ({ number, title }: Pick<Facts, 'number' | 'title'>): Message => ({
    kind: 'repeated',
    subject: `Laporan serupa dengan ${number}`,
    ...told(
      `Laporan ${number}: ${title}`,
      'Ada laporan lain tentang hal yang sama. Laporan itu digabungkan dengan laporan Anda; penanganannya berlanjut pada laporan Anda.',
    ),
  }),
  closed: (f: Facts): Message => ({
    kind: 'closing',
    subject: `Laporan ${f.number} ditutup`,
    ...told(
      about(f),
      'Laporan ditutup oleh sistem karena tidak ada tanggapan dalam batas waktu. Terima kasih.',
      f.lastWord ? ombudsman : '',
    ),
  }),
  confirmed: (f: Facts): Message => ({
    kind: 'closing',
    subject: `Laporan ${f.number} ditutup`,
    ...told(about(f), 'Laporan ditutup sesuai konfirmasi Anda. Terima kasih.'),
  }),
  withdrawn: (f: Facts): Message => ({
    kind: 'closing',
    subject: `Laporan ${f.number} ${f.byReporter ? 'ditarik' : 'tidak dilengkapi'}`,
    ...told(
      about(f),
      f.byReporter
        ? 'Laporan diakhiri karena Anda menariknya. Anda dapat menyampaikan laporan baru kapan saja.'
        : 'Laporan diakhiri karena tidak dilengkapi dalam batas waktu. Anda dapat menyampaikan laporan baru kapan saja.',
    ),
  }),
  recalled: (f: Facts): Message => ({
    kind: 'recall',
    subject: `Laporan ${f.number} ditangani ulang`,
    ...told(
      about(f),
      `Laporan Anda ditarik kembali oleh ${f.office} untuk diverifikasi ulang, dengan alasan:`,
      said(f.reason),
    ),
  }),
  corrected: (f: Facts): Message => ({
    kind: 'correction',
    subject: `Data laporan ${f.number} diperbaiki`,
    ...told(
      about(f),
      `${f.office} memperbaiki data laporan (${f.corrected.join(', ')}) dengan alasan:`,
      said(f.reason),
    ),
  }),
  extended: (f: Facts): Message => ({
    kind: 'extension',
    subject: `Batas waktu laporan ${f.number} diperpanjang`,
    ...told(
      about(f),
      `${f.office} memperpanjang batas waktu sampai ${f.deadline}, dengan alasan:`,
      said(f.reason),
    ),
  }),
  asked: (f: Facts): Message => ({
    kind: 'question',
    subject: `Pertanyaan tentang laporan ${f.number}`,
    ...told(
      about(f),
      `${f.office} bertanya:`,
      said(f.text),
      'Anda dapat menjawab dengan menulis pesan pada halaman laporan. Penanganan laporan berjalan terus.',
    ),
  }),
};
