// Files that go along with what the reporter says: an office that asks for a photo gets it with the words.
import { useState } from 'react';
import classes from '../../../shared/attachments/attachments.module.css';
import { choose } from '../../../shared/attachments/choose.ts';
import { ChosenFiles } from '../../../shared/attachments/chosen-files.tsx';
import { FilePicker } from '../../../shared/attachments/file-picker.tsx';
import { Made } from '../../../shared/attachments/made.tsx';
import { madeSmall } from '../../../shared/attachments/later.tsx';
import { Notice } from '../../../shared/messages/notice.tsx';
import { useTexts } from '../../../texts/texts.tsx';

export default function AddedFiles({ files, change }: { files: File[]; change: (files: File[]) => void }) {
  const { filing } = useTexts();
  const [refused, setRefused] = useState<string[]>([]);
  /** As they were taken. */
  const [originals, setOriginals] = useState<ReadonlyMap<File, File>>(new Map());
  const take = (outcome: ReturnType<typeof choose>, whole = false) => {
    setRefused(outcome.refused);
    if (!whole || outcome.refused.length === 0) change(outcome.files);
  };
  const add = async (chosen: File[]) => {
    const small = await madeSmall(chosen);
    setOriginals(
      (before) => new Map([...before, ...small.map((file, n) => [file, chosen[n] ?? file] as const)]),
    );
    take(choose(files, small, filing));
  };
  const about = (file: File) => {
    const original = originals.get(file) ?? file;
    const others = files.filter((other) => other !== file);
    // One that is too large as it was taken stays small, and why is said.
    const use = () => take(choose(others, [original], filing), true);
    return original === file ? undefined : <Made file={file} original={original} use={use} />;
  };
  return (
    <div className={classes.more}>
      <ChosenFiles
        files={files}
        remove={(file) => change(files.filter((other) => other !== file))}
        about={about}
      />
      {refused.length > 0 && <Notice tone="warn" announce title={refused.join(' ')} />}
      <FilePicker label={filing.alongFiles} onChoose={(chosen) => void add(chosen)} />
    </div>
  );
}
