// A citizen files a report.
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { asProblem } from '../../api/problems.ts';
import { Part } from '../../shared/page/error-boundary.tsx';
import { Notice } from '../../shared/messages/notice.tsx';
import { Page } from '../../shared/page/page.tsx';
import { titleOf } from '../../shared/messages/states.tsx';
import { useTexts } from '../../texts/texts.tsx';
import { CheckCard } from '../check-card.tsx';
import { ErrorSummary } from './error-summary.tsx';
import classes from './filing.module.css';
import { FilesPart } from './files-part.tsx';
import { PublicPreview } from './public-preview.tsx';
import { ContentPart, KindPart, ReporterPart, SecrecyPart } from './sections.tsx';
import { type FilingForm, useFiling } from './doing/use-filing.ts';

function DraftNotices({
  form: { draft, restored, keeps, files, waits, isPending, restart },
}: {
  form: FilingForm;
}) {
  const { filing } = useTexts();
  const there = files.files;
  const lost = draft.fileNames.filter((name) => !files.busy && !there.some((file) => file.name === name));
  return (
    <>
      {restored && !waits && !isPending && (
        <Notice tone="info" title={filing.restored}>
          <p>
            {filing.restoredWhy} {lost.length > 0 && filing.restoredFiles(lost.join(', '))}
          </p>
          <Button variant="default" size="sm" onClick={restart}>
            {filing.restart}
          </Button>
        </Notice>
      )}
      {!keeps && <Notice tone="warn" announce title={filing.draftNotKept} />}
    </>
  );
}

/** Takes the focus, which the button lost while it was sending. */
function NotSent({ error, form: { waits, draft } }: { error: Error; form: FilingForm }) {
  const texts = useTexts();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className={classes.summary}>
      <Notice tone="bad" announce title={texts.filing.notSent}>
        <p>{titleOf(asProblem(error), texts)}</p>
        <p>{texts.filing.notSentWhy}</p>
        {waits && <p>{draft.keep ? texts.filing.againKept : texts.filing.again}</p>}
      </Notice>
    </div>
  );
}

export function FilingPage() {
  const { filing } = useTexts();
  const form = useFiling();
  const { draft, errors, error, files, isPending, setKeep, submit } = form;
  const summary = useRef<HTMLDivElement>(null);
  const refusedFields = error !== null && Object.keys(errors).length > 0;
  useEffect(() => {
    if (refusedFields) summary.current?.focus();
  }, [refusedFields]);
  return (
    <Page title={filing.title} lead={filing.lead}>
      <DraftNotices form={form} />
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!submit()) requestAnimationFrame(() => summary.current?.focus());
        }}
      >
        <ErrorSummary ref={summary} errors={errors} />
        <KindPart form={form} />
        <ContentPart form={form} />
        <SecrecyPart form={form} />
        <ReporterPart form={form} />
        <Part>
          <FilesPart form={form} />
        </Part>
        <Part>
          <PublicPreview form={form} />
        </Part>
        <CheckCard
          id="keep"
          label={filing.keep}
          why={filing.keepWhy}
          checked={draft.keep}
          onChange={setKeep}
        />
        {error && !refusedFields && <NotSent error={error} form={form} />}
        <Button type="submit" size="lg" className={classes.submit ?? ''} loading={isPending || files.busy}>
          {filing.submit}
        </Button>
      </form>
    </Page>
  );
}
