// What the reporter of a duplicate is sent of the original that they follow (reading 21); who filed that one they never learn.
import type { Message } from './notices.ts';
import { said, told } from './told.ts';

interface Followed {
  /** Their own. */
  number: string;
  title: string;
  original: string;
  /** As everybody may read it; null: not for their eyes. */
  text?: string | null;
}

const about = ({ number, title, original }: Followed) =>
  told(
    `Laporan ${number}: ${title}`,
    `Laporan Anda digabungkan dengan laporan ${original} tentang hal yang sama.`,
  ).parts;

export const toFollower = {
  responded: (f: Followed): Message => ({
    kind: 'original-first-response',
    subject: `Respon awal untuk laporan yang Anda ikuti: ${f.original}`,
    ...told(...about(f), 'Laporan itu mendapat respon awal:', said(f.text ?? '')),
  }),
  answered: (f: Followed): Message => ({
    kind: 'original-answer',
    subject: `Jawaban atas laporan yang Anda ikuti: ${f.original}`,
    ...told(
      ...about(f),
      f.text ? 'Laporan itu sudah dijawab:' : 'Laporan itu sudah dijawab.',
      said(f.text ?? ''),
    ),
  }),
  ended: (f: Followed): Message => ({
    kind: 'original-end',
    subject: `Laporan yang Anda ikuti berakhir: ${f.original}`,
    ...told(...about(f), 'Laporan itu sudah berakhir.'),
  }),
};
