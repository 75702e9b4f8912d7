// What offices and officers are sent about one report, or about what is theirs.
import { clockWords } from '../texts/en/terms.ts';
import { alike, type Words } from '../texts/language.ts';
import type { ClockName } from '../terms.ts';
import type { RungKind } from '../time/clock.ts';
import { aboutReport, type Facts, type Notice } from './notices.ts';
import { said, told } from './told.ts';

/** So many numbers stand in a notice of many. */
const mostNamed = 20;

const due = ({ deadline }: Facts): Words => ({
  id: `Tenggat: ${deadline.id}.`,
  en: `Deadline: ${deadline.en}.`,
});

const rungWords: Record<RungKind, (clock: Words) => { subject: Words; body: Words }> = {
  warn: ({ id, en }) => ({
    subject: { id: `Mendekati ${id}`, en: `Near the ${en}` },
    body: { id: `Mendekati ${id}.`, en: `The ${en} is near.` },
  }),
  breach: ({ id, en }) => ({
    subject: { id: `Lewat ${id}`, en: `Past the ${en}` },
    body: { id: `Sudah melewati ${id}.`, en: `The ${en} was missed.` },
  }),
  escalation: ({ id, en }) => ({
    subject: { id: `Eskalasi, lewat ${id}`, en: `Escalation, past the ${en}` },
    body: {
      id: `Masih belum ditangani setelah melewati ${id}.`,
      en: `Still not dealt with, after the ${en} was missed.`,
    },
  }),
  act: () => ({
    subject: { id: 'Ditutup sistem', en: 'Closed by the system' },
    body: { id: 'Ditutup oleh sistem.', en: 'Closed by the system.' },
  }),
};

export const toOffice = {
  arrival: (f: Facts): Notice => ({
    kind: 'arrival',
    topic: 'arrival',
    subject: { id: `Laporan masuk: ${f.number}`, en: `Report has come in: ${f.number}` },
    ...told(aboutReport(f), { id: `Langkah: ${f.stepName.id}.`, en: `Step: ${f.stepName.en}.` }, due(f)),
  }),
  returned: (f: Facts): Notice => ({
    kind: 'return',
    topic: 'arrival',
    subject: { id: `Laporan dikembalikan: ${f.number}`, en: `Report sent back: ${f.number}` },
    ...told(
      aboutReport(f),
      {
        id: `Dikembalikan oleh ${f.office} dengan alasan:`,
        en: `Sent back by ${f.office}, for this reason:`,
      },
      said(f.reason),
      due(f),
    ),
  }),
  completed: (f: Facts): Notice => ({
    kind: 'completion',
    topic: 'reporter',
    subject: { id: `Laporan sudah dilengkapi: ${f.number}`, en: `Report was completed: ${f.number}` },
    ...told(
      aboutReport(f),
      { id: 'Pelapor melengkapi:', en: 'The reporter completed it:' },
      said(f.text),
      due(f),
    ),
  }),
  replied: (f: Facts): Notice => ({
    kind: 'reply',
    topic: 'reporter',
    subject: { id: `Balasan pelapor: ${f.number}`, en: `Reply of the reporter: ${f.number}` },
    ...told(aboutReport(f), { id: 'Pelapor membalas:', en: 'The reporter replied:' }, said(f.text)),
  }),
  objected: (f: Facts): Notice => ({
    kind: 'objection',
    topic: 'reporter',
    subject: { id: `Keberatan pelapor: ${f.number}`, en: `Objection of the reporter: ${f.number}` },
    ...told(
      aboutReport(f),
      { id: 'Pelapor berkeberatan:', en: 'The reporter objects:' },
      said(f.text),
      due(f),
    ),
  }),
  /** reading 22: to the office above the one that rejected it, where it is again. */
  rejectionObjected: (f: Facts): Notice => ({
    kind: 'rejection-objection',
    topic: 'reporter',
    subject: { id: `Keberatan atas penolakan: ${f.number}`, en: `Objection to the rejection: ${f.number}` },
    ...told(
      aboutReport(f),
      {
        id: `Pelapor berkeberatan atas penolakan; laporan kembali ke ${f.holder} untuk diverifikasi ulang:`,
        en: `The reporter objects to the rejection; the report is back at ${f.holder} to be verified again:`,
      },
      said(f.text),
      due(f),
    ),
  }),
  messaged: (f: Facts): Notice => ({
    kind: 'message',
    topic: 'reporter',
    subject: { id: `Pesan pelapor: ${f.number}`, en: `Message of the reporter: ${f.number}` },
    ...told(aboutReport(f), { id: 'Pelapor menulis:', en: 'The reporter writes:' }, said(f.text)),
  }),
  withdrawn: (f: Facts): Notice => ({
    kind: 'withdrawal',
    topic: 'reporter',
    subject: {
      id: `Laporan ditarik pelapor: ${f.number}`,
      en: `Report withdrawn by the reporter: ${f.number}`,
    },
    ...told(
      aboutReport(f),
      {
        id: 'Pelapor menarik laporan ini; laporan berakhir.',
        en: 'The reporter withdrew this report; it has ended.',
      },
      said(f.text),
    ),
  }),
  recalled: (f: Facts): Notice => ({
    kind: 'recall',
    topic: 'arrival',
    subject: { id: `Laporan ditarik kembali: ${f.number}`, en: `Report recalled: ${f.number}` },
    ...told(
      aboutReport(f),
      {
        id: `Ditarik kembali oleh ${f.office} dengan alasan:`,
        en: `Recalled (ditarik kembali) by ${f.office}, for this reason:`,
      },
      said(f.reason),
    ),
  }),
  alert: (f: Facts, clock: ClockName, rung: RungKind): Notice => {
    const limit = clockWords(clock);
    const { subject, body } = rungWords[rung](limit);
    return {
      kind: `${rung}-${clock}`,
      topic: rung === 'warn' ? 'reminder' : 'late',
      subject: { id: `${subject.id}: ${f.number}`, en: `${subject.en}: ${f.number}` },
      ...told(
        aboutReport(f),
        body,
        {
          id: `Langkah: ${f.stepName.id}. Dipegang oleh ${f.office}.`,
          en: `Step: ${f.stepName.en}. Held by ${f.office}.`,
        },
        {
          id: `Tenggat ${limit.id}: ${f.deadline.id}.`,
          en: `The ${limit.en} ends ${f.deadline.en}.`,
        },
        { id: `Disampaikan kepada ${f.told.join(', ')}.`, en: `Told to ${f.told.join(', ')}.` },
      ),
    };
  },
  assigned: (number: string, title: string, by: string): Notice => ({
    kind: 'assigned',
    topic: 'assigned',
    subject: { id: `Diserahkan kepada Anda: ${number}`, en: `Handed to you: ${number}` },
    ...told(aboutReport({ number, title }), {
      id: `${by} menyerahkan laporan ini kepada Anda.`,
      en: `${by} handed this report to you.`,
    }),
  }),
  mentioned: (number: string, title: string, by: string): Notice => ({
    kind: 'mentioned',
    topic: 'mentioned',
    subject: { id: `Anda disebut: ${number}`, en: `You were mentioned: ${number}` },
    ...told(aboutReport({ number, title }), {
      id: `${by} menyebut Anda dalam catatan internal laporan ini.`,
      en: `${by} mentioned you in an internal note of this report.`,
    }),
  }),
  /** `numbers`: all of them. */
  assignedMany: (numbers: readonly string[], by: string): Notice => {
    const named = numbers.slice(0, mostNamed).join(', ');
    const rest: Words =
      numbers.length > mostNamed ? { id: ', dan lainnya.', en: ', and others.' } : alike('.');
    return {
      kind: 'assigned',
      topic: 'assigned',
      subject: {
        id: `Diserahkan kepada Anda: ${numbers.length} laporan`,
        en: `Handed to you: ${numbers.length} reports`,
      },
      ...told(
        {
          id: `${by} menyerahkan ${numbers.length} laporan kepada Anda:`,
          en: `${by} handed ${numbers.length} reports to you:`,
        },
        { id: named + rest.id, en: named + rest.en },
      ),
    };
  },
  /** To who wrote an answer or rejection that was not taken when its time came (decision 36). `why`: without a full stop. */
  unsent: (number: string, why: Words): Notice => ({
    kind: 'unsent',
    topic: 'assigned',
    subject: { id: `Tidak terkirim: ${number}`, en: `Not sent: ${number}` },
    ...told(
      {
        id: `Yang Anda tulis untuk laporan ${number} tidak terkirim: ${why.id}.`,
        en: `What you wrote for report ${number} was not sent: ${why.en}.`,
      },
      {
        id: 'Isinya tersimpan sebagai draf pada halaman laporan; periksa laporan, lalu kirim lagi.',
        en: 'It is kept as a draft on the page of the report; look at the report, then send it again.',
      },
    ),
  }),
  /** To who sent a file that a virus scanner saw only later. */
  infected: ({ number }: Pick<Facts, 'number'>): Notice => ({
    kind: 'virus-found',
    topic: 'assigned',
    subject: { id: `Berkas Anda mengandung virus: ${number}`, en: `Your file has a virus: ${number}` },
    ...told({
      id: `Satu berkas yang Anda lampirkan pada laporan ${number} mengandung virus dan ditahan. Periksa komputer Anda, lalu lampirkan berkas yang bersih.`,
      en: `A file that you attached to report ${number} has a virus and is kept back. Check your computer, then attach a clean file.`,
    }),
  }),
  webhookOff: (url: string, why: Words): Notice => ({
    kind: 'webhook-off',
    topic: 'webhook',
    subject: { id: 'Webhook dimatikan', en: 'Webhook switched off' },
    ...told(
      {
        id: `Webhook ke ${url} tidak dipanggil lagi: ${why.id}.`,
        en: `The webhook to ${url} is not called any more: ${why.en}.`,
      },
      {
        id: 'Periksa penerimanya, lalu nyalakan kembali; panggilan yang tertunda akan dikirim.',
        en: 'Look after its receiver, then switch it on again; calls that wait are sent then.',
      },
    ),
  }),
};
