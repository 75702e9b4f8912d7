// The box that selects a row for decisions on many.
import { Checkbox } from '@mantine/core';
import { useOfficeTexts } from '../../../texts/office.ts';
import classes from './row.module.css';

interface SelectBoxProps {
  number: string;
  selected: boolean;
  gone: boolean;
  onToggle: (number: string) => void;
}

export function SelectBox({ number, selected, gone, onToggle }: SelectBoxProps) {
  const { inbox } = useOfficeTexts();
  return (
    <div className={classes.check}>
      <Checkbox
        size="xs"
        aria-label={inbox.select(number)}
        checked={selected}
        disabled={gone}
        onChange={() => onToggle(number)}
      />
    </div>
  );
}
