// What the office that is asked, and the one that asks, are told of a question (reading 24).
import type { ConsultationEvent } from '../beside/consultation.ts';
import type { Words } from '../texts/language.ts';
import { aboutReport, type Notice } from './notices.ts';
import { said, told } from './told.ts';

export interface ConsultationFacts {
  number: string;
  title: string;
  /** The names of who asks, and of whom. */
  from: string;
  office: string;
  /** In words, in the zone of the office that is told. */
  deadline: Words;
  text: string;
}

type Side = 'asked' | 'asker';
type Write = (f: ConsultationFacts) => Notice;

const numbered = ({ id, en }: Words, { number }: ConsultationFacts): Words => ({
  id: `${id}: ${number}`,
  en: `${en}: ${number}`,
});
const untitled = ({ number }: ConsultationFacts): Words => ({
  id: `Laporan ${number}`,
  en: `Report ${number}`,
});
const due = ({ deadline }: ConsultationFacts): Words => ({
  id: `Tenggat konsultasi: ${deadline.id}.`,
  en: `Deadline of the consultation: ${deadline.en}.`,
});

const rang = (kind: ConsultationEvent, subject: Words, body: Words): Write => {
  const topic = kind === 'consultation-warned' ? 'reminder' : 'late';
  return (f) => ({
    kind,
    topic,
    subject: numbered(subject, f),
    ...told(
      aboutReport(f),
      body,
      { id: `Pertanyaan ${f.from} kepada ${f.office}.`, en: `Question of ${f.from} to ${f.office}.` },
      due(f),
    ),
  });
};
const warned = rang(
  'consultation-warned',
  { id: 'Mendekati batas konsultasi', en: 'Near the limit of a consultation' },
  {
    id: 'Mendekati batas konsultasi; belum dijawab.',
    en: 'The limit of the consultation is near; there is no answer yet.',
  },
);
const late = rang(
  'consultation-late',
  { id: 'Lewat batas konsultasi', en: 'Past the limit of a consultation' },
  {
    id: 'Sudah melewati batas konsultasi; belum dijawab.',
    en: 'The limit of the consultation was missed; there is no answer yet.',
  },
);

const writes: { [E in ConsultationEvent]?: { [S in Side]?: Write } } = {
  'consultation-asked': {
    asked: (f) => ({
      kind: 'consultation-asked',
      topic: 'consultation',
      subject: numbered({ id: 'Diminta pendapat', en: 'Your advice is asked for' }, f),
      ...told(aboutReport(f), { id: `${f.from} bertanya:`, en: `${f.from} asks:` }, said(f.text), due(f)),
    }),
  },
  'consultation-answered': {
    asker: (f) => ({
      kind: 'consultation-answered',
      topic: 'consultation',
      subject: numbered({ id: 'Konsultasi dijawab', en: 'Consultation answered' }, f),
      ...told(aboutReport(f), { id: `${f.office} menjawab:`, en: `${f.office} answers:` }, said(f.text)),
    }),
  },
  'consultation-withdrawn': {
    asked: (f) => ({
      kind: 'consultation-withdrawn',
      topic: 'consultation',
      subject: numbered({ id: 'Konsultasi ditarik', en: 'Consultation withdrawn' }, f),
      ...told(untitled(f), {
        id: `${f.from} menarik pertanyaannya; tidak perlu dijawab lagi.`,
        en: `${f.from} took the question back; it need not be answered any more.`,
      }),
    }),
  },
  'consultation-ended': {
    asked: (f) => ({
      kind: 'consultation-ended',
      topic: 'consultation',
      subject: numbered({ id: 'Konsultasi berakhir', en: 'Consultation ended' }, f),
      ...told(untitled(f), {
        id: `Laporan ini tidak lagi di ${f.from}; tidak perlu dijawab lagi.`,
        en: `This report is no longer at ${f.from}; the question need not be answered any more.`,
      }),
    }),
  },
  'consultation-warned': { asked: warned, asker: warned },
  'consultation-late': { asked: late, asker: late },
};

/** What that side is told of it, if anything. */
export function consultationNotice(
  type: ConsultationEvent,
  side: Side,
  facts: ConsultationFacts,
): Notice | undefined {
  return writes[type]?.[side]?.(facts);
}
