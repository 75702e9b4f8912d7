// Files that go after the report, chosen before.
import { Button } from '@mantine/core';
import card from '../../shared/page/card.module.css';
import { Notice } from '../../shared/messages/notice.tsx';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.tsx';
import { ChosenFiles } from '../../shared/attachments/chosen-files.tsx';
import { FilePicker } from '../../shared/attachments/file-picker.tsx';
import type { FilingForm } from './doing/use-filing.ts';

/** Of a photo that was made small: from what, and a way back. */
function Made({ file, original, use }: { file: File; original: File; use: () => void }) {
  const { filing } = useTexts();
  const { bytes } = useFormat();
  return (
    <>
      {filing.made(bytes(original.size), bytes(file.size))}
      <Button size="sm" variant="default" onClick={use}>
        {filing.useOriginal}
        <span className="visually-hidden"> {original.name}</span>
      </Button>
    </>
  );
}

export function FilesPart({ form }: { form: FilingForm }) {
  const { filing, words } = useTexts();
  const { files, originals, refused, busy, add, remove, takeOriginal } = form.files;
  const about = (file: File) => {
    const original = originals.get(file);
    return original && <Made file={file} original={original} use={() => takeOriginal(file)} />;
  };
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
      <ChosenFiles files={files} remove={remove} about={about} />
      {busy && <p role="status">{filing.making}</p>}
      {refused.length > 0 && (
        <Notice tone="warn" announce>
          {refused.map((why) => (
            <p key={why}>{why}</p>
          ))}
        </Notice>
      )}
      <FilePicker
        label={filing.chooseFiles}
        describedBy="files-why"
        onChoose={(chosen) => void add(chosen)}
      />
    </section>
  );
}
