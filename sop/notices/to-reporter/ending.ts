// What the reporter is sent of a rejection and what follows from it, and of the end.
import { aboutReport, type Facts, type Message } from '../notices.ts';
import { ombudsman, ombudsmanInEnglish } from '../../texts/ombudsman.ts';
import { withdrawnByKey } from '../../texts/own-words.ts';
import type { Words } from '../../texts/language.ts';
import { said, told } from '../told.ts';

/** reading 22. */
const objectBy = ({ deadline }: Facts): Words => ({
  id: `Bila Anda berkeberatan, ajukan pada halaman laporan paling lambat ${deadline.id}; laporan lalu diverifikasi ulang. Tanpa keberatan, penolakan menjadi tetap.`,
  en: `If you object, do so on the page of the report by ${deadline.en}; the report is then verified again. Without an objection the rejection becomes final.`,
});

/** reading 21. */
const follows = ({ original }: Facts): Words[] => [
  {
    id: `Laporan Anda mengikuti laporan ${original} tentang hal yang sama: respon awal, jawaban, dan akhirnya kami sampaikan kepada Anda.`,
    en: `Your report follows report ${original}, which is about the same: we tell you of its first response, its answer and its end.`,
  },
  {
    id: 'Bila menurut Anda kedua laporan itu tidak sama, ajukan keberatan pada halaman laporan Anda; laporan lalu diverifikasi ulang.',
    en: 'If you think that the two reports are not the same, object on the page of your report; it is then verified again.',
  },
];

/** reading 23: of the last closing. */
const goOn: Words = {
  id: `Bila penyelesaian ini belum memuaskan, Anda dapat menyampaikannya kepada ${ombudsman}.`,
  en: `If you are not satisfied with this, you can turn to ${ombudsmanInEnglish}.`,
};

const closedSubject = ({ number }: Facts): Words => ({
  id: `Laporan ${number} ditutup`,
  en: `Report ${number} is closed`,
});

export const ending = {
  rejected: (f: Facts): Message => ({
    kind: 'rejection',
    subject: {
      id: `Laporan ${f.number} tidak dapat diproses`,
      en: `Report ${f.number} cannot be processed`,
    },
    ...told(
      aboutReport(f),
      {
        id: 'Laporan Anda tidak dapat kami proses dengan alasan:',
        en: 'We cannot process your report, for this reason:',
      },
      said(f.reason),
      ...(f.original
        ? follows(f)
        : [f.final ? { id: 'Penolakan ini tetap.', en: 'This rejection is final.' } : objectBy(f)]),
      f.final ? goOn : undefined,
    ),
  }),
  'rejection-final': (f: Facts): Message => ({
    kind: 'closing',
    subject: {
      id: `Penolakan laporan ${f.number} menjadi tetap`,
      en: `The rejection of report ${f.number} is now final`,
    },
    ...told(
      aboutReport(f),
      {
        id: 'Penolakan laporan ini menjadi tetap karena tidak ada keberatan dalam batas waktu.',
        en: 'The rejection of this report is now final, as nobody objected within the time limit.',
      },
      goOn,
    ),
  }),
  followed: (f: Facts): Message => ({
    kind: 'original-moved',
    subject: {
      id: `Laporan ${f.number} mengikuti laporan ${f.original}`,
      en: `Report ${f.number} follows report ${f.original}`,
    },
    ...told(aboutReport(f), {
      id: `Laporan yang Anda ikuti digabungkan dengan laporan ${f.original}. Sejak sekarang Anda diberi tahu perkembangan laporan itu.`,
      en: `The report that you follow was joined to report ${f.original}. From now on you are told what becomes of that one.`,
    }),
  }),
  'original-ended': (f: Facts): Message => ({
    kind: 'original-end',
    subject: {
      id: `Laporan yang Anda ikuti berakhir: ${f.original}`,
      en: `The report that you follow has ended: ${f.original}`,
    },
    ...told(
      aboutReport(f),
      {
        id: `Laporan ${f.original}, yang Anda ikuti, sudah berakhir.`,
        en: `Report ${f.original}, which you follow, has ended.`,
      },
      objectBy(f),
    ),
  }),
  closed: (f: Facts): Message => ({
    kind: 'closing',
    subject: closedSubject(f),
    ...told(
      aboutReport(f),
      {
        id: 'Laporan ditutup oleh sistem karena tidak ada tanggapan dalam batas waktu. Terima kasih.',
        en: 'The system closed the report, as there was no reply within the time limit. Thank you.',
      },
      f.lastWord ? goOn : undefined,
    ),
  }),
  confirmed: (f: Facts): Message => ({
    kind: 'closing',
    subject: closedSubject(f),
    ...told(aboutReport(f), {
      id: 'Laporan ditutup sesuai konfirmasi Anda. Terima kasih.',
      en: 'The report is closed, as you confirmed. Thank you.',
    }),
  }),
  withdrawn: (f: Facts): Message =>
    f.byReporter
      ? withdrawnByKey(f.number)
      : {
          kind: 'closing',
          subject: {
            id: `Laporan ${f.number} tidak dilengkapi`,
            en: `Report ${f.number} was not completed`,
          },
          ...told(aboutReport(f), {
            id: 'Laporan diakhiri karena tidak dilengkapi dalam batas waktu. Anda dapat menyampaikan laporan baru kapan saja.',
            en: 'The report has ended, as it was not completed within the time limit. You can file a new one at any time.',
          }),
        },
};
