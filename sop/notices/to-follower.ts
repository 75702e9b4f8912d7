// What the reporter of a duplicate is sent of the original that they follow (reading 21); who filed that one they never learn.
import { aboutReport, type Message } from './notices.ts';
import { said, told } from './told.ts';

interface Followed {
  /** Their own. */
  number: string;
  title: string;
  original: string;
  /** As everybody may read it; null: not for their eyes. */
  text?: string | null;
}

const joined = ({ original }: Followed) => ({
  id: `Laporan Anda digabungkan dengan laporan ${original} tentang hal yang sama.`,
  en: `Your report was joined to report ${original}, which is about the same.`,
});

export const toFollower = {
  responded: (f: Followed): Message => ({
    kind: 'original-first-response',
    subject: {
      id: `Respon awal untuk laporan yang Anda ikuti: ${f.original}`,
      en: `First response to the report that you follow: ${f.original}`,
    },
    ...told(
      aboutReport(f),
      joined(f),
      { id: 'Laporan itu mendapat respon awal:', en: 'That report got a first response:' },
      said(f.text ?? ''),
    ),
  }),
  answered: (f: Followed): Message => ({
    kind: 'original-answer',
    subject: {
      id: `Jawaban atas laporan yang Anda ikuti: ${f.original}`,
      en: `Answer to the report that you follow: ${f.original}`,
    },
    ...told(
      aboutReport(f),
      joined(f),
      f.text
        ? { id: 'Laporan itu sudah dijawab:', en: 'That report has been answered:' }
        : { id: 'Laporan itu sudah dijawab.', en: 'That report has been answered.' },
      said(f.text ?? ''),
    ),
  }),
  ended: (f: Followed): Message => ({
    kind: 'original-end',
    subject: {
      id: `Laporan yang Anda ikuti berakhir: ${f.original}`,
      en: `The report that you follow has ended: ${f.original}`,
    },
    ...told(aboutReport(f), joined(f), {
      id: 'Laporan itu sudah berakhir.',
      en: 'That report has ended.',
    }),
  }),
};
