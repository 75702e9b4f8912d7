// Files that go along with what the reporter says: an office that asks for a photo gets it with the words.
import { useState } from 'react';
import classes from '../../../shared/attachments/attachments.module.css';
import { choose } from '../../../shared/attachments/choose.ts';
import { ChosenFiles } from '../../../shared/attachments/chosen-files.tsx';
import { FilePicker } from '../../../shared/attachments/file-picker.tsx';
import { madeSmall } from '../../../shared/attachments/later.tsx';
import { Notice } from '../../../shared/messages/notice.tsx';
import { useTexts } from '../../../texts/texts.tsx';

export default function AddedFiles({ files, change }: { files: File[]; change: (files: File[]) => void }) {
  const { filing } = useTexts();
  const [refused, setRefused] = useState<string[]>([]);
  const add = async (chosen: File[]) => {
    const outcome = choose(files, await madeSmall(chosen), filing);
    setRefused(outcome.refused);
    change(outcome.files);
  };
  return (
    <div className={classes.more}>
      <ChosenFiles files={files} remove={(file) => change(files.filter((other) => other !== file))} />
      {refused.length > 0 && <Notice tone="warn" announce title={refused.join(' ')} />}
      <FilePicker label={filing.alongFiles} onChoose={(chosen) => void add(chosen)} />
    </div>
  );
}
