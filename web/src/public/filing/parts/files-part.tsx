// Files that go after the report, chosen before.
import { Notice } from '../../../shared/messages/notice.tsx';
import { useLaterTexts } from '../../../texts/ways.ts';
import { useTexts } from '../../../texts/texts.tsx';
import { ChosenFiles } from '../../../shared/attachments/chosen-files.tsx';
import { FilePicker } from '../../../shared/attachments/file-picker.tsx';
import { Made } from '../../../shared/attachments/made.tsx';
import { FormPart, type PartProps } from './part.tsx';

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
