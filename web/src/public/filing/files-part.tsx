// Files that go after the report, chosen before.
import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import card from '../../shared/page/card.module.css';
import { Notice } from '../../shared/messages/notice.tsx';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.tsx';
import classes from '../../shared/attachments/attachments.module.css';
import { FilePicker } from '../../shared/attachments/file-picker.tsx';
import type { FilingForm } from './use-filing.ts';

export function FilesPart({ form: { files, refused, addFiles, removeFile } }: { form: FilingForm }) {
  const { filing, words } = useTexts();
  const { bytes } = useFormat();
  return (
    <section className={card.card} aria-labelledby="files-part">
      <div>
        <h2 id="files-part">
          {filing.files} {words.optional}
        </h2>
        <p id="files-why">
          {filing.filesTaken} {filing.filesSent}
        </p>
      </div>
      {files.length > 0 && (
        <ul className={classes.list}>
          {files.map((file) => (
            <li key={`${file.name}/${file.size}`}>
              <div className={classes.line}>
                <span className={classes.name}>{file.name}</span>
                <span className={classes.state}>
                  {bytes(file.size)}
                  <Button
                    size="sm"
                    variant="default"
                    leftSection={<IconTrash size={16} aria-hidden />}
                    aria-label={filing.remove(file.name)}
                    onClick={() => removeFile(file)}
                  >
                    {filing.removeWord}
                  </Button>
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
      {refused.length > 0 && (
        <Notice tone="warn" announce>
          {refused.map((why) => (
            <p key={why}>{why}</p>
          ))}
        </Notice>
      )}
      <FilePicker label={filing.chooseFiles} describedBy="files-why" onChoose={addFiles} />
    </section>
  );
}
