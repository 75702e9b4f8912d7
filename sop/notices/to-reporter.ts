// What the reporter is sent.
import { aboutReport, type Facts, type Message } from './notices.ts';
import type { Words } from '../texts/language.ts';
import { said, told } from './told.ts';
import { ending } from './to-reporter/ending.ts';

const completeBy = ({ deadline }: Facts): Words => ({
  id: `Mohon dilengkapi paling lambat ${deadline.id}; tanpa kelengkapan, laporan dianggap tidak dilengkapi.`,
  en: `Please complete it by ${deadline.en}; without that the report ends as not completed.`,
});

const completeSubject = ({ number }: Facts): Words => ({
  id: `Mohon lengkapi laporan ${number}`,
  en: `Please complete report ${number}`,
});

export const toReporter = {
  filed: (f: Facts): Message => ({
    kind: 'receipt',
    subject: { id: `Laporan Anda diterima: ${f.number}`, en: `We received your report: ${f.number}` },
    ...told(
      aboutReport(f),
      {
        id: 'Laporan Anda sudah kami terima dan diteruskan untuk diverifikasi.',
        en: 'We received your report and passed it on to be verified.',
      },
      {
        id: 'Simpan nomor laporan dan kunci akses Anda untuk mengikuti prosesnya.',
        en: 'Keep the number of the report and your access key, to follow what becomes of it.',
      },
    ),
  }),
  responded: (f: Facts): Message => ({
    kind: 'first-response',
    subject: {
      id: `Respon awal untuk laporan ${f.number}`,
      en: `First response (respon awal) to report ${f.number}`,
    },
    ...told(aboutReport(f), { id: `${f.office} menyampaikan:`, en: `${f.office} says:` }, said(f.text)),
  }),
  answered: (f: Facts): Message => ({
    kind: 'answer',
    subject: { id: `Jawaban atas laporan ${f.number}`, en: `Answer to report ${f.number}` },
    ...told(aboutReport(f), { id: `${f.office} menjawab:`, en: `${f.office} answers:` }, said(f.text), {
      id: `Anda dapat membalas, mengajukan keberatan, atau mengonfirmasi sampai ${f.deadline.id}. Setelah itu laporan ditutup oleh sistem.`,
      en: `You can reply, object or confirm until ${f.deadline.en}. After that the system closes the report.`,
    }),
  }),
  'completion-requested': (f: Facts): Message => ({
    kind: 'completion-request',
    subject: completeSubject(f),
    ...told(
      aboutReport(f),
      { id: `${f.office} memerlukan kelengkapan:`, en: `${f.office} needs something more from you:` },
      said(f.reason),
      f.untold
        ? {
            id: 'Mohon dilengkapi. Batas waktunya baru berjalan setelah kantor mencatat bagaimana Anda diberi tahu.',
            en: 'Please complete it. Your time for it begins once the office has recorded how you were told.',
          }
        : completeBy(f),
    ),
  }),
  told: (f: Facts): Message => ({
    kind: 'completion-request',
    subject: completeSubject(f),
    ...told(
      aboutReport(f),
      {
        id: `${f.office} mencatat bahwa Anda sudah diberi tahu.`,
        en: `${f.office} recorded that you were told.`,
      },
      completeBy(f),
    ),
  }),
  /** To the reporter of the report that another one repeats. */
  repeated: (f: Pick<Facts, 'number' | 'title'>): Message => ({
    kind: 'repeated',
    subject: { id: `Laporan serupa dengan ${f.number}`, en: `A report like ${f.number}` },
    ...told(aboutReport(f), {
      id: 'Ada laporan lain tentang hal yang sama. Laporan itu digabungkan dengan laporan Anda; penanganannya berlanjut pada laporan Anda.',
      en: 'There is another report of the same. It was joined to yours; handling goes on with yours.',
    }),
  }),
  recalled: (f: Facts): Message => ({
    kind: 'recall',
    subject: { id: `Laporan ${f.number} ditangani ulang`, en: `Report ${f.number} is handled anew` },
    ...told(
      aboutReport(f),
      {
        id: `Laporan Anda ditarik kembali oleh ${f.office} untuk diverifikasi ulang, dengan alasan:`,
        en: `${f.office} took your report back to verify it again, for this reason:`,
      },
      said(f.reason),
    ),
  }),
  corrected: (f: Facts): Message => ({
    kind: 'correction',
    subject: {
      id: `Data laporan ${f.number} diperbaiki`,
      en: `The data of report ${f.number} were corrected`,
    },
    ...told(
      aboutReport(f),
      {
        id: `${f.office} memperbaiki data laporan (${f.corrected.id}) dengan alasan:`,
        en: `${f.office} corrected what is known of the report (${f.corrected.en}), for this reason:`,
      },
      said(f.reason),
    ),
  }),
  extended: (f: Facts): Message => ({
    kind: 'extension',
    subject: {
      id: `Batas waktu laporan ${f.number} diperpanjang`,
      en: `The time limit of report ${f.number} was extended`,
    },
    ...told(
      aboutReport(f),
      {
        id: `${f.office} memperpanjang batas waktu sampai ${f.deadline.id}, dengan alasan:`,
        en: `${f.office} extended the time limit to ${f.deadline.en}, for this reason:`,
      },
      said(f.reason),
    ),
  }),
  asked: (f: Facts): Message => ({
    kind: 'question',
    subject: { id: `Pertanyaan tentang laporan ${f.number}`, en: `A question about report ${f.number}` },
    ...told(aboutReport(f), { id: `${f.office} bertanya:`, en: `${f.office} asks:` }, said(f.text), {
      id: 'Anda dapat menjawab dengan menulis pesan pada halaman laporan. Penanganan laporan berjalan terus.',
      en: 'You can answer by a message on the page of the report. Handling goes on meanwhile.',
    }),
  }),
  ...ending,
};
