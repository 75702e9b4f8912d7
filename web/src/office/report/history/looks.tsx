// Who looked at the identity or opened a file of this report (reading 33): asked for when somebody wants to know.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { complaintPath } from '../../../api/paths.ts';
import type { Look } from '../../../api/types.ts';
import { useUser } from '../../../session.tsx';
import { readingPath } from '../../../shared/officers/frame/links.ts';
import { More } from '../../../shared/officers/more.tsx';
import { Section } from '../../../shared/officers/section.tsx';
import { usePages } from '../../../shared/officers/use-pages.ts';
import { Pending } from '../../../shared/messages/states.tsx';
import { useOfficeFormat } from '../../../texts/office-format.ts';
import { useOfficeTexts } from '../../../texts/office.ts';
import { officeKeys } from '../../keys.ts';
import classes from '../report.module.css';

const inPage = 50;
const lookAgainMs = 60_000;

function List({ number }: { number: string }) {
  const { looks: texts } = useOfficeTexts();
  const { moment } = useOfficeFormat();
  const user = useUser();
  const asked = usePages<Look>({
    path: `${complaintPath(number)}/identity-views`,
    queryKey: officeKeys.looks(number),
    query: { limit: inPage },
    refetchInterval: lookAgainMs,
  });
  const part = user?.role === 'ops' ? '/operasi' : '/pengawasan';
  return (
    <>
      <Pending asked={asked} />
      {asked.items?.length === 0 && <p>{texts.none}</p>}
      <ul className={classes.plain}>
        {asked.items?.map(({ at, what, by, office, inHand }) => (
          <li key={`${at} ${what} ${by.username}`}>
            <Link href={readingPath(part, by.username, at.slice(0, 10))}>
              {texts.who(by.name, office.name)}
            </Link>
            <p className={classes.by}>
              {texts.what[what]} · {moment(at)}
              {!inHand && ` · ${texts.notTheirs}`}
            </p>
          </li>
        ))}
      </ul>
      <More asked={asked} />
    </>
  );
}

export function Looks({ number }: { number: string }) {
  const { looks: texts } = useOfficeTexts();
  const [shown, setShown] = useState(false);
  return (
    <Section title={texts.title} why={texts.why} screenOnly>
      {shown ? (
        <List number={number} />
      ) : (
        <div>
          <Button variant="default" size="sm" onClick={() => setShown(true)}>
            {texts.show}
          </Button>
        </div>
      )}
    </Section>
  );
}
