// Copies a text, and says so.
import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { announce } from '../messages/announcer.tsx';
import { useOfficeTexts } from '../../texts/office.ts';

/** Over plain HTTP the browser has no clipboard for us; then there is no button, and the text can be marked. */
export function CopyButton({ text }: { text: string }) {
  const { frame } = useOfficeTexts();
  const [copied, setCopied] = useState(false);
  if (!navigator.clipboard) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    announce(frame.copied);
  };
  const Icon = copied ? IconCheck : IconCopy;
  return (
    <Button
      variant="default"
      leftSection={<Icon size={18} aria-hidden />}
      onClick={() => void copy().catch(() => setCopied(false))}
    >
      {copied ? frame.copied : frame.copy}
    </Button>
  );
}
