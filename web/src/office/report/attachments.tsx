// Files of the report: those of the reporter, those of offices, and a way to add one.
import { Button, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { isEnd } from '../../../../sop/terms.ts';
import { saveFile } from '../../api/transfer.ts';
import { choose } from '../../shared/attachments/choose.ts';
import { FilePicker } from '../../shared/attachments/file-picker.tsx';
import { UploadList } from '../../shared/attachments/upload-list.tsx';
import { addUploads } from '../../shared/attachments/uploads.ts';
import { useUser } from '../../session.tsx';
import { Notice } from '../../shared/messages/notice.tsx';
import { Failed } from '../../shared/messages/states.tsx';
import { useTexts } from '../../texts/texts.tsx';
import { useOfficeFormat } from '../../texts/office-format.ts';
import { mayTell } from '../deciding/editor/use-files.ts';
import { officeKeys } from '../keys.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import type { Attachment, Report } from '../../api/types.ts';
import classes from './report.module.css';
import { Section } from '../../shared/officers/section.tsx';
import { fileHref, useAttachments } from './use-attachments.ts';

type Visibility = Attachment['visibility'];

function AddFiles({ number, forReporter }: { number: string; forReporter: boolean }) {
  const { attachments: texts } = useOfficeTexts().report;
  const { filing } = useTexts();
  const [refused, setRefused] = useState<string[]>([]);
  const [visibility, setVisibility] = useState<Visibility>('internal');
  const add = (chosen: File[]) => {
    const outcome = choose([], chosen, filing);
    setRefused(outcome.refused);
    addUploads({ number, fields: { visibility }, queryKey: officeKeys.attachments(number) }, outcome.files);
  };
  return (
    <div className="no-print">
      <div className={classes.addFile}>
        <NativeSelect
          label={texts.visibility}
          value={visibility}
          data={[
            { value: 'internal', label: texts.internal },
            ...(forReporter ? [{ value: 'reporter', label: texts.reporter }] : []),
          ]}
          onChange={({ currentTarget }) => setVisibility(currentTarget.value as Visibility)}
        />
        <FilePicker label={texts.add} describedBy="files-taken" onChoose={add} />
      </div>
      <p id="files-taken" className={classes.by}>
        {filing.filesTaken}
      </p>
      {refused.length > 0 && <Notice tone="warn" announce title={refused.join(' ')} />}
    </div>
  );
}

/** A copy without metadata may have to be made first, and may fail: the page says so. */
function FileLink({ number, file }: { number: string; file: Attachment }) {
  const { attachments: texts } = useOfficeTexts().report;
  const path = fileHref(number, file);
  const save = useMutation({ mutationFn: () => saveFile(path, file.name) });
  if (file.scan) {
    return (
      <>
        <span>{file.name}</span>
        <p className={classes.by}>{texts.scan[file.scan]}</p>
      </>
    );
  }
  if (!file.copy) {
    return (
      <a href={path} download={file.name}>
        {file.name}
      </a>
    );
  }
  if (file.copy === 'withheld') {
    return (
      <>
        <span>{file.name}</span>
        <p className={classes.by}>{texts.withheld}</p>
      </>
    );
  }
  return (
    <>
      <Button variant="default" size="sm" loading={save.isPending} onClick={() => save.mutate()}>
        {file.name}
      </Button>
      <p className={classes.by}>{texts.cleaned}</p>
      {save.error && <Failed error={save.error} />}
    </>
  );
}

export function Attachments({ report }: { report: Report }) {
  const { number } = report;
  const { attachments: texts } = useOfficeTexts().report;
  const { moment, bytes } = useOfficeFormat();
  const user = useUser();
  const writes = user?.role === 'admin' && !isEnd(report.status);
  const { data, error, refetch } = useAttachments(number);
  return (
    <Section title={texts.title}>
      {error && <Failed error={error} again={() => void refetch()} />}
      {data?.items.length === 0 && <p>{texts.none}</p>}
      <ul className={classes.plain}>
        {data?.items.map((file) => (
          <li key={file.id}>
            <FileLink number={number} file={file} />
            <p className={classes.by}>
              {bytes(file.bytes)} · {texts[file.visibility]} · {texts.by(file.by, moment(file.at))}
            </p>
          </li>
        ))}
      </ul>
      <UploadList number={number} />
      {writes && <AddFiles number={number} forReporter={mayTell(report, user?.office.id)} />}
    </Section>
  );
}
