// The number of the report that this one repeats, with the likely ones to pick from.
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { complaintPath } from '../../api/paths.ts';
import { officeKeys } from '../keys.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import type { Duplicates, Item } from '../../api/types.ts';
import classes from '../deciding/deciding.module.css';

/** Reports like this one; asks for nothing without a number. */
export function useDuplicates(number: string | undefined) {
  return useQuery({
    queryKey: officeKeys.duplicates(number ?? ''),
    queryFn: ({ signal }) => ask<Duplicates>(`${complaintPath(number ?? '')}/duplicates`, { signal }),
    staleTime: 60_000,
    enabled: number !== undefined,
  });
}

/** Of each kind so many are offered. */
const most = 3;

interface DuplicateFieldProps {
  number: string | undefined;
  /** Decided together: the others may repeat one of them. */
  among: readonly Pick<Item, 'number' | 'title'>[];
  value: string;
  required: boolean;
  error: string | undefined;
  onChange: (value: string) => void;
}

export function DuplicateField({ number, among, value, required, error, onChange }: DuplicateFieldProps) {
  const { deciding } = useOfficeTexts();
  const alike = useDuplicates(number).data?.items ?? [];
  const others = alike.filter((one) => !among.some((chosen) => chosen.number === one.number));
  const likely = [...among.slice(0, most), ...others.slice(0, most)];
  return (
    <div className={classes.duplicate}>
      <TextInput
        label={required ? deciding.duplicateOf : deciding.duplicateOfOptional}
        required={required}
        withAsterisk={false}
        description={required ? deciding.duplicateOnly : deciding.duplicateHint}
        name="duplicateOf"
        autoComplete="off"
        value={value}
        error={error}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {likely.map((one) => (
        <Button
          key={one.number}
          variant="default"
          size="compact-md"
          className={classes.likely ?? ''}
          onClick={() => onChange(one.number)}
        >
          {one.number} · {one.title}
        </Button>
      ))}
    </div>
  );
}
