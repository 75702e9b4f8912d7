// What the reporter will get: on their page and by mail, as the code makes it that will make it then.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ask } from '../../../api/client.ts';
import { complaintPath } from '../../../api/paths.ts';
import type { DecisionBody, DecisionPreview } from '../../../api/types.ts';
import { useUser } from '../../../session.tsx';
import { Failed } from '../../../shared/messages/states.tsx';
import { SaidCard } from '../../../shared/said/said.tsx';
import { useOfficeTexts } from '../../../texts/office.ts';
import { useTexts } from '../../../texts/texts.tsx';
import { officeKeys } from '../../keys.ts';
import classes from './editor.module.css';

/** After the last key. */
const restMs = 500;

/** As it was a moment ago, once it has come to rest. */
function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  const said = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(JSON.parse(said) as T), restMs);
    return () => clearTimeout(timer);
  }, [said]);
  return rested;
}

interface PreviewProps {
  number: string;
  body: DecisionBody;
  /** Whether enough is written to be sent. */
  ready: boolean;
}

function Letter({ number, body }: Pick<PreviewProps, 'number' | 'body'>) {
  const { editor } = useOfficeTexts().deciding;
  const rested = useRested(body);
  const { data, error } = useQuery({
    queryKey: officeKeys.preview(number, rested),
    queryFn: ({ signal }) =>
      ask<DecisionPreview>(`${complaintPath(number)}/decisions/preview`, {
        method: 'POST',
        body: rested,
        signal,
      }),
    placeholderData: keepPreviousData,
  });
  if (error) return <Failed error={error} />;
  if (!data) return null;
  if (!data.letter) return <p>{editor.noMail}</p>;
  return (
    <>
      <p className={classes.hint}>{editor.mailWhy}</p>
      <div className={classes.letter} lang={data.letter.language}>
        <p>
          <strong>
            {editor.subject}: {data.letter.subject}
          </strong>
        </p>
        <p className={classes.mail}>{data.letter.text}</p>
      </div>
    </>
  );
}

/** The page says it under this heading, by action; what it says of others is in its timeline. */
function useHeading({ action }: DecisionBody): string | undefined {
  const { words, following } = useTexts();
  const headings: Partial<Record<DecisionBody['action'], string>> = {
    answer: words.answer,
    respond: words.firstResponse,
    ask: following.question,
    'request-completion': following.asked,
    reject: following.reason,
  };
  return headings[action];
}

export function Preview({ number, body, ready }: PreviewProps) {
  const { editor } = useOfficeTexts().deciding;
  const user = useUser();
  const [open, setOpen] = useState(false);
  const [at] = useState(() => new Date().toISOString());
  const heading = useHeading(body);
  const text = body.text ?? body.reason ?? '';
  return (
    <details className={classes.preview} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{editor.preview}</summary>
      {open && !ready && <p className={classes.hint}>{editor.previewEmpty}</p>}
      {open && ready && (
        <div className={classes.both}>
          {heading && (
            <div>
              <h3>{editor.onPage}</h3>
              <SaidCard id="preview" title={heading} said={{ at, text, office: user?.office.name ?? null }} />
            </div>
          )}
          <div>
            <h3>{editor.inMail}</h3>
            <Letter number={number} body={body} />
          </div>
        </div>
      )}
    </details>
  );
}
