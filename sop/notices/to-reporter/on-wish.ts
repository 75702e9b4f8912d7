// What a reporter is sent who wished for it: each hand-over, each limit that was missed.
import type { ClockName } from '../../terms.ts';
import type { Words } from '../../texts/language.ts';
import { aboutReport, type Facts, type Message } from '../notices.ts';
import { told } from '../told.ts';

/** What was owed, and by when: of the limits that are told when they are missed. */
export const owed: Partial<Record<ClockName, (f: Facts) => Words>> = {
  row: (f) => ({
    id: `Langkah berikutnya dari ${f.office} seharusnya selesai ${f.deadline.id}.`,
    en: `The next step of ${f.office} should have been done by ${f.deadline.en}.`,
  }),
  firstResponse: (f) => ({
    id: `Respon awal dari ${f.office} seharusnya Anda terima ${f.deadline.id}.`,
    en: `You should have had a first response (respon awal) from ${f.office} by ${f.deadline.en}.`,
  }),
  whole: (f) => ({
    id: `Jawaban atas laporan Anda seharusnya diberikan ${f.deadline.id}.`,
    en: `Your report should have been answered by ${f.deadline.en}.`,
  }),
};

const passedOn = (f: Facts): Words => ({
  id: `${f.office} meneruskan laporan Anda ke ${f.holder}.`,
  en: `${f.office} passed your report on to ${f.holder}.`,
});

const sentBack = (f: Facts): Words => ({
  id: `${f.office} mengembalikan laporan Anda ke ${f.holder} untuk diverifikasi ulang.`,
  en: `${f.office} sent your report back to ${f.holder} to be verified again.`,
});

const handedOver =
  (words: (f: Facts) => Words) =>
  (f: Facts): Message => ({
    kind: 'hand-over',
    subject: { id: `Laporan ${f.number} diteruskan`, en: `Report ${f.number} was passed on` },
    ...told(aboutReport(f), words(f)),
  });

export const onWish = {
  disposed: handedOver(passedOn),
  returned: handedOver(sentBack),
  late: (f: Facts, what: Words): Message => ({
    kind: 'lateness',
    subject: {
      id: `Laporan ${f.number} melewati batas waktu`,
      en: `Report ${f.number} is past a time limit`,
    },
    ...told(aboutReport(f), what, {
      id: 'Kantor itu dan kantor di atasnya sudah diingatkan; penanganan laporan berjalan terus.',
      en: 'That office and the one above it have been reminded; handling goes on.',
    }),
  }),
};
