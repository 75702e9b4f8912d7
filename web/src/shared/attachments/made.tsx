// Of a photo that was made small: from what, and a way back.
import { Button } from '@mantine/core';
import { useFormat } from '../../texts/format.ts';
import { useLaterTexts } from '../../texts/ways.ts';

export function Made({ file, original, use }: { file: File; original: File; use: () => void }) {
  const later = useLaterTexts();
  const { bytes } = useFormat();
  return (
    <>
      {later.made(bytes(original.size), bytes(file.size))}
      <Button size="sm" variant="default" onClick={use}>
        {later.useOriginal}
        <span className="visually-hidden"> {original.name}</span>
      </Button>
    </>
  );
}
