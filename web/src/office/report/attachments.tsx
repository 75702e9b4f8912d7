// Files of the report: those of the reporter, those of offices, and a way to add one.
import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconPaperclip } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { endings } from '../../../../contract/attachments/kinds.ts';
import { isEnd } from '../../../../sop/terms.ts';
import { ask, csrfHeader } from '../../api/client.ts';
import { ApiProblem, problemOf } from '../../api/problems.ts';
import { saveFile } from '../../api/transfer.ts';
import { choose } from '../../public/attachments/choose.ts';
import { useUser } from '../../session.tsx';
import { announce } from '../../shell/announcer.tsx';
import { Notice } from '../../shell/notice.tsx';
import { Failed } from '../../shell/states.tsx';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.tsx';
import { useOfficeFormat } from '../format.ts';
import { officeKeys } from '../keys.ts';
import { pathOf } from '../queries.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import type { Attachment, Report } from '../types.ts';
import classes from './report.module.css';
import { Section } from './section.tsx';

type Visibility = Attachment['visibility'];

/** Throws an `ApiProblem`. */
async function upload(number: string, file: File, visibility: Visibility): Promise<void> {
  const body = new FormData();
  // The fields before the file, as a streaming reader wants them.
  body.set('visibility', visibility);
  body.set('file', file);
  const response = await fetch(`${pathOf(number)}/attachments`, {
    method: 'POST',
    headers: csrfHeader(),
    body,
  }).catch(() => {
    throw new ApiProblem('unreachable');
  });
  if (!response.ok) throw problemOf(response.status, await response.text(), null);
}

/** For the reporter by the holder, or at row 11 by the office that answered (as the API has it). */
function mayTell({ holder, step, options }: Report, officeId: string | undefined): boolean {
  return holder.id === officeId || (step === 11 && options.length > 0);
}

function AddFile({ number, forReporter }: { number: string; forReporter: boolean }) {
  const { attachments: texts } = useOfficeTexts().report;
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const { filing } = useTexts();
  const [refused, setRefused] = useState<string[]>([]);
  const [visibility, setVisibility] = useState<Visibility>('internal');
  const add = useMutation({
    mutationFn: (file: File) => upload(number, file, visibility),
    onSuccess: (_, file) => {
      announce(texts.added(file.name));
      void client.invalidateQueries({ queryKey: officeKeys.attachments(number) });
    },
  });
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
        <input
          ref={input}
          type="file"
          accept={endings.join()}
          hidden
          onChange={({ currentTarget }) => {
            const chosen = choose([], [...(currentTarget.files ?? [])].slice(0, 1), filing);
            setRefused(chosen.refused);
            add.reset();
            for (const file of chosen.files) add.mutate(file);
            currentTarget.value = '';
          }}
        />
        <Button
          variant="default"
          loading={add.isPending}
          leftSection={<IconPaperclip size={18} aria-hidden />}
          onClick={() => input.current?.click()}
        >
          {texts.add}
        </Button>
      </div>
      <p className={classes.by}>{filing.filesTaken}</p>
      {refused.length > 0 && <Notice tone="warn" announce title={refused.join(' ')} />}
      {add.error && <Failed error={add.error} />}
    </div>
  );
}

/** A copy without metadata may have to be made first, and may fail: the page says so. */
function FileLink({ number, file }: { number: string; file: Attachment }) {
  const { attachments: texts } = useOfficeTexts().report;
  const path = `${pathOf(number)}/attachments/${file.id}`;
  const save = useMutation({ mutationFn: () => saveFile(path, file.name) });
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
  const { moment } = useOfficeFormat();
  const { bytes } = useFormat();
  const user = useUser();
  const writes = user?.role === 'admin' && !isEnd(report.status);
  const { data, error, refetch } = useQuery({
    queryKey: officeKeys.attachments(number),
    queryFn: ({ signal }) => ask<{ items: Attachment[] }>(`${pathOf(number)}/attachments`, { signal }),
  });
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
      {writes && <AddFile number={number} forReporter={mayTell(report, user?.office.id)} />}
    </Section>
  );
}
