// Copies a text, and says whether it did.
import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../texts/texts.tsx';
import { announce } from '../messages/announcer.tsx';
import { copy } from './copy.ts';

const saidMs = 3_000;

export function CopyButton({ label, text }: { label: string; text: string }) {
  const { words } = useTexts();
  const [said, setSaid] = useState<string>();
  const copyIt = async () => {
    const what = (await copy(text)) ? words.copied : words.notCopied;
    announce(what);
    setSaid(what);
    setTimeout(() => setSaid(undefined), saidMs);
  };
  return (
    <Button variant="default" leftSection={<IconCopy size={18} aria-hidden />} onClick={() => void copyIt()}>
      {said ?? label}
    </Button>
  );
}
