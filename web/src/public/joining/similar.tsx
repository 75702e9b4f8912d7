// "Apakah ini laporan Anda?": public reports like what is being written, asked for when one pauses.
import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { RegisterPage } from '../../api/types.ts';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.tsx';
import { useJoiningTexts } from '../../texts/ways.ts';
import { FollowCard } from './follow-card.tsx';
import classes from './joining.module.css';

/** After the last letter. */
const pauseMs = 900;
/** Less is like everything. */
const fewestLetters = 12;

interface Written {
  title: string;
  description: string;
}

/** As it stood when the writing last paused. */
function usePaused(written: Written): Written {
  const { title, description } = written;
  const [paused, setPaused] = useState(written);
  useEffect(() => {
    const timer = setTimeout(() => setPaused({ title, description }), pauseMs);
    return () => clearTimeout(timer);
  }, [title, description]);
  return paused;
}

function One({ report }: { report: RegisterPage['items'][number] }) {
  const { words } = useTexts();
  const texts = useJoiningTexts();
  const { date } = useFormat();
  const [open, setOpen] = useState(false);
  const { number, title, status, agency, receivedAt } = report;
  const facts = [words.statuses[status], agency?.name, `${words.receivedAt} ${date(receivedAt)}`];
  return (
    <li>
      <a href={`/register/${encodeURIComponent(number)}`} target="_blank" rel="noopener">
        {title}
        <span className="visually-hidden"> {texts.newTab}</span>
      </a>
      <p className={classes.facts}>{facts.filter(Boolean).join(' · ')}</p>
      {open ? (
        <FollowCard report={{ number, title }} />
      ) : (
        status !== 'closed' && (
          <Button variant="default" size="sm" onClick={() => setOpen(true)}>
            {texts.meToo}
            <span className="visually-hidden"> {number}</span>
          </Button>
        )
      )}
    </li>
  );
}

export default function Similar(written: Written) {
  const texts = useJoiningTexts();
  const { title, description } = usePaused(written);
  const enough = title.trim().length >= fewestLetters;
  const { data } = useQuery({
    queryKey: keys.similar(title, description),
    queryFn: ({ signal }) =>
      ask<RegisterPage>('/v1/register/similar', {
        method: 'POST',
        body: { title: title.slice(0, 200), description: description.slice(0, 1_000) },
        signal,
      }),
    enabled: enough,
    // What the line does not bring is not missed: one goes on writing.
    retry: false,
    placeholderData: keepPreviousData,
  });
  const found = enough ? (data?.items ?? []) : [];
  return (
    <div role="status">
      {found.length > 0 && (
        <section className={classes.join} aria-labelledby="similar">
          <div>
            <h2 id="similar">{texts.similar}</h2>
            <p>{texts.similarWhy}</p>
          </div>
          <ul className={classes.list}>
            {found.map((report) => (
              <One key={report.number} report={report} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
