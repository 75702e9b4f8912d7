// How far the files of a report have come; what failed can be sent again.
import { Button, Progress } from '@mantine/core';
import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import { useEffect } from 'react';
import { announce } from '../messages/announcer.tsx';
import { titleOf } from '../messages/states.tsx';
import { useTexts } from '../../texts/texts.tsx';
import { useReceiptTexts } from '../../texts/ways.ts';
import classes from './attachments.module.css';
import { retryUpload, type Upload, useUploads } from './uploads.ts';

function Row({ upload }: { upload: Upload }) {
  const texts = useTexts();
  const { upload: words } = useReceiptTexts();
  const { id, file, state, share, problem } = upload;
  const percent = Math.round(share * 100);
  return (
    <li className={classes.upload} data-state={state}>
      <div className={classes.line}>
        <span className={classes.name}>{file.name}</span>
        <span className={classes.state}>
          {state === 'done' && <IconCheck size={18} aria-hidden />}
          {state === 'failed' && <IconAlertCircle size={18} aria-hidden />}
          {state === 'sending' ? words.sending(percent) : words[state]}
        </span>
      </div>
      {state === 'sending' && <Progress value={percent} aria-label={file.name} />}
      {problem && (
        <div className={classes.line}>
          <span className={classes.state}>{titleOf(problem, texts)}</span>
          <Button
            size="sm"
            variant="default"
            aria-label={words.againName(file.name)}
            onClick={() => retryUpload(id)}
          >
            {words.again}
          </Button>
        </div>
      )}
    </li>
  );
}

export function UploadList({ number }: { number: string }) {
  const receipt = useReceiptTexts();
  const uploads = useUploads(number);
  const busy = uploads.some(({ state }) => state === 'waiting' || state === 'sending');
  const done = uploads.length > 0 && uploads.every(({ state }) => state === 'done');
  useEffect(() => {
    if (done) announce(receipt.uploadsDone);
  }, [done, receipt.uploadsDone]);
  if (uploads.length === 0) return null;
  return (
    <section className={`${classes.uploads} no-print`} aria-labelledby="uploads">
      <h2 id="uploads">{done ? receipt.uploadsDone : receipt.uploads}</h2>
      {busy && <p>{receipt.stay}</p>}
      <ul className={classes.list}>
        {uploads.map((upload) => (
          <Row key={upload.id} upload={upload} />
        ))}
      </ul>
    </section>
  );
}
