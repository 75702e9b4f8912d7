// A button that opens the phone's or computer's file chooser.
import { Button } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useRef } from 'react';
import { endings } from '../../../../contract/attachments/kinds.ts';

interface FilePickerProps {
  label: string;
  describedBy?: string | undefined;
  onChoose: (files: File[]) => void;
}

export function FilePicker({ label, describedBy, onChoose }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div>
      <input
        ref={input}
        type="file"
        multiple
        accept={endings.join()}
        hidden
        onChange={({ currentTarget }) => {
          onChoose([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      <Button
        variant="default"
        leftSection={<IconPaperclip size={20} aria-hidden />}
        aria-describedby={describedBy}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
    </div>
  );
}
