// Why it is asked, for the second one of operations who approves it (decision 50).
import { Textarea } from '@mantine/core';
import { usePeopleTexts } from '../../../texts/oversight.ts';
import { useFourEyes } from './requests.ts';

interface WhyFieldProps {
  value: string;
  error: string | undefined;
  onChange: (why: string) => void;
}

/** Nothing where one of operations is enough. */
export function WhyField({ value, error, onChange }: WhyFieldProps) {
  const { requests: texts } = usePeopleTexts();
  const wanted = useFourEyes();
  if (!wanted) return null;
  return (
    <Textarea
      label={texts.why}
      description={texts.whyHint}
      autosize
      minRows={2}
      maxLength={500}
      value={value}
      error={error}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
