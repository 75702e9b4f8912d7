// Files that were chosen and have not gone yet; each can be left out again.
import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.tsx';
import classes from './attachments.module.css';

interface ChosenFilesProps {
  files: readonly File[];
  remove: (file: File) => void;
  /** What is said of one beside its name, instead of its size. */
  about?: (file: File) => ReactNode;
}

export function ChosenFiles({ files, remove, about }: ChosenFilesProps) {
  const { filing } = useTexts();
  const { bytes } = useFormat();
  if (files.length === 0) return null;
  return (
    <ul className={classes.list}>
      {files.map((file) => (
        <li key={`${file.name}/${file.size}`}>
          <div className={classes.line}>
            <span className={classes.name}>{file.name}</span>
            <span className={classes.state}>
              {about?.(file) ?? bytes(file.size)}
              <Button
                size="sm"
                variant="default"
                leftSection={<IconTrash size={16} aria-hidden />}
                aria-label={filing.remove(file.name)}
                onClick={() => remove(file)}
              >
                {filing.removeWord}
              </Button>
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
