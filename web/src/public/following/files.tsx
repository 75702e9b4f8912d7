// The files of a report: those that are there, those on their way, and more.
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { keys } from '../../api/keys.ts';
import { complaintPath } from '../../api/paths.ts';
import type { Attachment } from '../../api/types.ts';
import card from '../../shared/page/card.module.css';
import { Notice } from '../../shared/messages/notice.tsx';
import { Failed } from '../../shared/messages/states.tsx';
import { useLookersTexts } from '../../texts/beside-report.ts';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.tsx';
import classes from '../../shared/attachments/attachments.module.css';
import { choose } from '../../shared/attachments/choose.ts';
import { FilePicker } from '../../shared/attachments/file-picker.tsx';
import { madeSmall, sendFiles, Uploads, useCarrier } from '../../shared/attachments/later.tsx';
import { useReportFiles } from './report.ts';

interface FilesProps {
  number: string;
  reportKey: string;
  /** Whether more may be added. */
  open: boolean;
}

function FileRow({ file, number, reportKey }: { file: Attachment; number: string; reportKey: string }) {
  const { following } = useTexts();
  const { scan } = useLookersTexts();
  const { bytes, date } = useFormat();
  const saving = useMutation({
    mutationFn: async () => {
      const { saveFile } = await import('../../api/transfer.ts');
      return saveFile(`${complaintPath(number)}/attachments/${file.id}`, file.name, reportKey);
    },
  });
  const from = file.office ? `${following.fromOffice} ${file.office}` : following.fromYou;
  return (
    <li>
      <div className={classes.line}>
        <span>
          <span className={classes.name}>{file.name}</span>
          <br />
          <span className={classes.state}>
            {bytes(file.bytes)}, {from}, {date(file.at)}
          </span>
        </span>
        {!file.scan && (
          <Button
            size="sm"
            variant="default"
            className="no-print"
            aria-label={following.download(file.name)}
            loading={saving.isPending}
            onClick={() => saving.mutate()}
          >
            <IconDownload size={18} aria-hidden />
          </Button>
        )}
      </div>
      {file.scan && <Notice tone={file.scan === 'found' ? 'bad' : 'info'} title={scan[file.scan]} />}
      {saving.error && <Failed error={saving.error} />}
    </li>
  );
}

export default function Files({ number, reportKey, open }: FilesProps) {
  const { filing, following, problems } = useTexts();
  useCarrier();
  const { data, error, refetch } = useReportFiles(number, reportKey);
  const [refused, setRefused] = useState<string[]>([]);
  const there = data?.items ?? [];
  const own = there.filter(({ office }) => office === null);
  const add = async (chosen: File[]) => {
    const outcome = choose([], await madeSmall(chosen), filing, own.length);
    setRefused(outcome.refused);
    const to = { number, accessKey: reportKey, queryKey: keys.reportFiles(number) };
    await sendFiles(to, outcome.files).catch(() => setRefused([problems.unreachable ?? '']));
  };
  return (
    <section className={card.card} aria-labelledby="files">
      <h2 id="files">{following.attachments}</h2>
      {error && <Failed error={error} again={() => void refetch()} />}
      {data && there.length === 0 && <p>{following.noAttachments}</p>}
      {there.length > 0 && (
        <ul className={classes.list}>
          {there.map((file) => (
            <FileRow key={file.id} file={file} number={number} reportKey={reportKey} />
          ))}
        </ul>
      )}
      <Uploads number={number} />
      {refused.length > 0 && <Notice tone="warn" announce title={refused.join(' ')} />}
      {open && (
        <div className={`${classes.more} no-print`}>
          <p id="files-taken">{filing.filesTaken}</p>
          <FilePicker
            label={following.addFiles}
            describedBy="files-taken"
            onChoose={(chosen) => void add(chosen)}
          />
        </div>
      )}
    </section>
  );
}
