// What one officer read on a day (reading 33): for their superiors, and for operations, who see who and when, not whom.
import { Button, TextInput } from '@mantine/core';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { Link } from 'wouter';
import type { ReadReport } from '../../api/types.ts';
import { DateInput } from '../../shared/days/date-input.tsx';
import { isDay } from '../../shared/days/written.ts';
import { Pending } from '../../shared/messages/states.tsx';
import { More } from '../../shared/officers/more.tsx';
import { ScrollTable } from '../../shared/officers/scroll-table.tsx';
import { Section } from '../../shared/officers/section.tsx';
import { usePages } from '../../shared/officers/use-pages.ts';
import { useAddress } from '../../shared/state/address.ts';
import { useFormat } from '../../texts/format.ts';
import { useLookTexts } from '../../texts/oversight.ts';
import { OperationsPage, OversightPage } from '../part-page.tsx';
import classes from './operations.module.css';

const inPage = 100;
const lookAgainMs = 60_000;

function Read({ officer, day }: { officer: string; day: string }) {
  const { page: texts, what, who } = useLookTexts();
  const { date, moment } = useFormat();
  const asked = usePages<ReadReport>({
    path: '/v1/identity-views',
    queryKey: ['read', officer, day],
    query: { officer, day, limit: inPage },
    refetchInterval: lookAgainMs,
  });
  const { items } = asked;
  const [first] = items ?? [];
  return (
    <Section title={first ? who(first.by.name, first.office.name) : officer} why={texts.lead(date(day))}>
      <Pending asked={asked} />
      {items?.length === 0 && <p>{texts.none}</p>}
      {items && items.length > 0 && (
        <ScrollTable caption={texts.title}>
          <thead>
            <tr>
              {[texts.number, texts.at, texts.whats, texts.theirs].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <tr key={`${one.number} ${one.office.id}`}>
                <th scope="row">
                  <Link href={`/kantor/laporan/${one.number}`}>{one.number}</Link>
                </th>
                <td>{moment(one.at)}</td>
                <td>{one.what.map((each) => what[each]).join(', ')}</td>
                <td>{one.inHand ? texts.yes : texts.no}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      <More asked={asked} />
    </Section>
  );
}

function Reading() {
  const { page: texts } = useLookTexts();
  const { values, change } = useAddress(['petugas', 'tanggal'], 'step');
  const { petugas = '', tanggal = '' } = values;
  const [officer, setOfficer] = useState(petugas);
  const [day, setDay] = useState(tanggal);
  const [tried, setTried] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (isDay(day)) change({ petugas: officer.trim(), tanggal: day });
  };
  return (
    <>
      <form className={classes.find} onSubmit={submit}>
        <TextInput
          label={texts.officer}
          required
          autoCapitalize="none"
          spellCheck={false}
          value={officer}
          onChange={({ currentTarget }) => setOfficer(currentTarget.value)}
        />
        <DateInput
          label={texts.day}
          required
          value={day}
          error={tried && !isDay(day) && texts.notADay}
          onChange={setDay}
        />
        <Button type="submit">{texts.find}</Button>
      </form>
      {petugas && tanggal && <Read key={`${petugas} ${tanggal}`} officer={petugas} day={tanggal} />}
    </>
  );
}

function pageIn(Part: (page: { title: string; children: ReactNode }) => ReactNode) {
  return function ReadingPage() {
    const { page: texts } = useLookTexts();
    return (
      <Part title={texts.title}>
        <Reading />
      </Part>
    );
  };
}

export const ReadingForSuperiorsPage = pageIn(OversightPage);
export const ReadingForOpsPage = pageIn(OperationsPage);
