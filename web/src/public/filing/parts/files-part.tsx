// Files that go after the report, chosen before.
import { Button } from '@mantine/core';
import { Notice } from '../../../shared/messages/notice.tsx';
import { useFormat } from '../../../texts/format.ts';
import { useLaterTexts } from '../../../texts/ways.ts';
import { useTexts } from '../../../texts/texts.tsx';
import { ChosenFiles } from '../../../shared/attachments/chosen-files.tsx';
import { FilePicker } from '../../../shared/attachments/file-picker.tsx';
import { FormPart, type PartProps } from './part.tsx';

/** Of a photo that was made small: from what, and a way back. */
function Made({ file, original, use }: { file: File; original: File; use: () => void }) {
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

export function FilesPart({ form, alone }: PartProps) {
  const { filing, words } = useTexts();
  const later = useLaterTexts();
  const { files, originals, refused, busy, add, remove, takeOriginal } = form.files;
  const about = (file: File) => {
    const original = originals.get(file);
    return original && <Made file={file} original={original} use={() => takeOriginal(file)} />;
  };
  return (
    <FormPart
      id="files-part"
      title={`${filing.files} ${words.optional}`}
      why={`${filing.filesTaken} ${later.filesSent}`}
      whyId="files-why"
      alone={alone}
    >
      <ChosenFiles files={files} remove={remove} about={about} />
      {busy && <p role="status">{later.making}</p>}
      {refused.length > 0 && (
        <Notice tone="warn" announce>
          {refused.map((why) => (
            <p key={why}>{why}</p>
          ))}
        </Notice>
      )}
      <FilePicker label={later.chooseFiles} describedBy="files-why" onChoose={(chosen) => void add(chosen)} />
    </FormPart>
  );
}
