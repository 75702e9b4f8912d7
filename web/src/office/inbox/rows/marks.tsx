// What sets a report apart at a glance: who has it open, secrecy, supervision, files, a likely duplicate.
import { IconCopy, IconEyeOff, IconLock, IconPaperclip, IconShieldExclamation } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Item } from '../../../api/types.ts';
import type { Likely } from '../../lists/likely/use-likely.ts';
import { useOfficeFormat } from '../../../texts/office-format.ts';
import { PresentMark } from '../../presence/present.tsx';
import { useOfficeTexts } from '../../../texts/office.ts';
import classes from './row.module.css';

function Mark({ icon, words, shown }: { icon: ReactNode; words: string; shown?: string }) {
  return (
    <li title={words}>
      {icon}
      <span className="visually-hidden">{words}</span>
      {shown && <span aria-hidden>{shown}</span>}
    </li>
  );
}

type Marked = Pick<Item, 'number' | 'confidentiality' | 'oversight' | 'attachments'>;

interface MarksProps {
  item: Marked;
  /** The report that it may be a duplicate of. */
  likely: Likely | undefined;
}

export function Marks({ item: { number, confidentiality, oversight, attachments }, likely }: MarksProps) {
  const { marks } = useOfficeTexts().inbox;
  const { number: figure } = useOfficeFormat();
  const alike = likely && figure(Math.round(likely.similarity * 100));
  const icon = { size: 16, 'aria-hidden': true };
  return (
    <ul className={classes.marks}>
      <PresentMark number={number} />
      {likely && alike && (
        <Mark
          icon={<IconCopy {...icon} />}
          words={marks.alike(alike, likely.other.number, likely.other.title)}
          shown={`${alike}%`}
        />
      )}
      {confidentiality === 'rahasia' && <Mark icon={<IconLock {...icon} />} words={marks.rahasia} />}
      {confidentiality === 'anonim' && <Mark icon={<IconEyeOff {...icon} />} words={marks.anonim} />}
      {oversight && <Mark icon={<IconShieldExclamation {...icon} />} words={marks.oversight} />}
      {attachments > 0 && (
        <Mark
          icon={<IconPaperclip {...icon} />}
          words={marks.files(attachments)}
          shown={String(attachments)}
        />
      )}
    </ul>
  );
}
