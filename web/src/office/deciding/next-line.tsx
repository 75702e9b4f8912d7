// What will happen next.
import { IconArrowForwardUp } from '@tabler/icons-react';
import { useOfficeTexts } from '../../texts/office.ts';
import classes from './deciding.module.css';

export function NextLine({ words }: { words: string }) {
  const { deciding } = useOfficeTexts();
  return (
    <p className={classes.next}>
      <IconArrowForwardUp size={20} aria-hidden />
      <span>
        <strong>{deciding.nextTitle}:</strong> {words}
      </span>
    </p>
  );
}
