// The field for those files.
import { CloseButton } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { FilePicker } from '../../../shared/attachments/file-picker.tsx';
import { Notice } from '../../../shared/messages/notice.tsx';
import { useOfficeFormat } from '../../../texts/office-format.ts';
import { useOfficeTexts } from '../../../texts/office.ts';
import { useTexts } from '../../../texts/texts.tsx';
import classes from './editor.module.css';
import type { useFiles } from './use-files.ts';

const hint = 'answer-files-taken';

export function FilesField({ field }: { field: ReturnType<typeof useFiles> }) {
  const { editor } = useOfficeTexts().deciding;
  const { filing } = useTexts();
  const { bytes } = useOfficeFormat();
  return (
    <div className={classes.files} role="group" aria-label={editor.files}>
      <FilePicker label={editor.addFiles} describedBy={hint} onChoose={field.add} />
      <p id={hint} className={classes.hint}>
        {editor.filesWhy} {filing.filesTaken}
      </p>
      {field.refused.length > 0 && <Notice tone="warn" announce title={field.refused.join(' ')} />}
      {field.files.length > 0 && (
        <ul className={classes.chosen}>
          {field.files.map((file) => (
            <li key={`${file.name} ${file.size}`}>
              <IconPaperclip size={18} aria-hidden />
              <span>
                {file.name} ({bytes(file.size)})
              </span>
              <CloseButton aria-label={editor.removeFile(file.name)} onClick={() => field.drop(file)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
