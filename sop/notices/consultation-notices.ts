// What the office that is asked, and the one that asks, are told of a question (reading 24).
import type { ConsultationEvent } from '../beside/consultation.ts';
import type { Notice } from './notices.ts';
import { said, told } from './told.ts';

export interface ConsultationFacts {
  number: string;
  title: string;
  /** The names of who asks, and of whom. */
  from: string;
  office: string;
  /** In words, in the zone of the office that is told. */
  deadline: string;
  text: string;
}

type Side = 'asked' | 'asker';
type Write = (f: ConsultationFacts) => Notice;

const about = ({ number, title }: ConsultationFacts) => `Laporan ${number}: ${title}`;
const question = ({ from, office }: ConsultationFacts) => `Pertanyaan ${from} kepada ${office}.`;

const rang = (kind: ConsultationEvent, subject: string, body: string): Write => {
  const topic = kind === 'consultation-warned' ? 'reminder' : 'late';
  return (f) => ({
    kind,
    topic,
    subject: `${subject}: ${f.number}`,
    ...told(about(f), body, question(f), `Tenggat konsultasi: ${f.deadline}.`),
  });
};
const warned = rang(
  'consultation-warned',
  'Mendekati batas konsultasi',
  'Mendekati batas konsultasi; belum dijawab.',
);
const late = rang(
  'consultation-late',
  'Lewat batas konsultasi',
  'Sudah melewati batas konsultasi; belum dijawab.',
);

const writes: { [E in ConsultationEvent]?: { [S in Side]?: Write } } = {
  'consultation-asked': {
    asked: (f) => ({
      kind: 'consultation-asked',
      topic: 'consultation',
      subject: `Diminta pendapat: ${f.number}`,
      ...told(about(f), `${f.from} bertanya:`, said(f.text), `Tenggat konsultasi: ${f.deadline}.`),
    }),
  },
  'consultation-answered': {
    asker: (f) => ({
      kind: 'consultation-answered',
      topic: 'consultation',
      subject: `Konsultasi dijawab: ${f.number}`,
      ...told(about(f), `${f.office} menjawab:`, said(f.text)),
    }),
  },
  'consultation-withdrawn': {
    asked: (f) => ({
      kind: 'consultation-withdrawn',
      topic: 'consultation',
      subject: `Konsultasi ditarik: ${f.number}`,
      ...told(`Laporan ${f.number}`, `${f.from} menarik pertanyaannya; tidak perlu dijawab lagi.`),
    }),
  },
  'consultation-ended': {
    asked: (f) => ({
      kind: 'consultation-ended',
      topic: 'consultation',
      subject: `Konsultasi berakhir: ${f.number}`,
      ...told(`Laporan ${f.number}`, `Laporan ini tidak lagi di ${f.from}; tidak perlu dijawab lagi.`),
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
