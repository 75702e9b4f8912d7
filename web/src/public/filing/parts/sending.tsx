// The end of the form: what everybody will read, whether it waits in this browser, and the button that sends it.
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { asProblem } from '../../../api/problems.ts';
import { titleOf } from '../../../shared/messages/states.tsx';
import { Notice } from '../../../shared/messages/notice.tsx';
import { Part } from '../../../shared/page/error-boundary.tsx';
import { useLaterTexts } from '../../../texts/ways.ts';
import { useTexts } from '../../../texts/texts.tsx';
import { CheckCard } from '../../check-card.tsx';
import type { FilingForm } from '../doing/use-filing.ts';
import classes from '../filing.module.css';
import { PublicPreview } from './public-preview.tsx';

/** Takes the focus, which the button lost while it was sending. */
function NotSent({ error, form: { waits, draft } }: { error: Error; form: FilingForm }) {
  const texts = useTexts();
  const later = useLaterTexts();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className={classes.summary}>
      <Notice tone="bad" announce title={later.notSent}>
        <p>{titleOf(asProblem(error), texts)}</p>
        <p>{later.notSentWhy}</p>
        {waits && <p>{draft.keep ? later.againKept : later.again}</p>}
      </Notice>
    </div>
  );
}

export function Sending({ form }: { form: FilingForm }) {
  const { filing } = useTexts();
  const later = useLaterTexts();
  const { draft, errors, error, files, isPending, setKeep } = form;
  return (
    <>
      <Part>
        <PublicPreview form={form} />
      </Part>
      <CheckCard id="keep" label={later.keep} why={later.keepWhy} checked={draft.keep} onChange={setKeep} />
      {error && Object.keys(errors).length === 0 && <NotSent error={error} form={form} />}
      <Button type="submit" size="lg" className={classes.submit ?? ''} loading={isPending || files.busy}>
        {filing.submit}
      </Button>
    </>
  );
}
