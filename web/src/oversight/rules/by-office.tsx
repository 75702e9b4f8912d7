// What a change does to each office: how many deadlines move, to when, and what becomes late by it.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RulesChanged } from '../../api/types.ts';
import { useOfficeName } from '../../shared/officers/offices.ts';
import { ScrollTable } from '../../shared/officers/scroll-table.tsx';
import tables from '../../shared/officers/table.module.css';
import { useFormat } from '../../texts/format.ts';
import { useRulesTexts } from '../../texts/oversight.ts';

const page = 10;

export function ByOffice({ offices }: { offices: RulesChanged['offices'] }) {
  const { byOffice: texts, office, more } = useRulesTexts();
  const officeName = useOfficeName();
  const { number, moment } = useFormat();
  const [shown, setShown] = useState(page);
  const sum = (of: 'late' | 'relieved') => offices.reduce((total, one) => total + one[of], 0);
  const [late, relieved] = [sum('late'), sum('relieved')];
  const earliest = offices.reduce((least, one) => (one.earliest < least ? one.earliest : least), '9999');
  const latest = offices.reduce((most, one) => (one.latest > most ? one.latest : most), '');
  if (offices.length === 0) return null;
  return (
    <>
      <p>
        <strong>{late === 0 ? texts.noneLate : texts.late(number(late))}</strong>
        {relieved > 0 && ` ${texts.relieved(number(relieved))}`}{' '}
        {texts.between(moment(earliest), moment(latest))}
      </p>
      <ScrollTable caption={texts.caption}>
        <thead>
          <tr>
            <th scope="col">{office}</th>
            {[texts.total, texts.becomesLate, texts.noLongerLate].map((head) => (
              <th key={head} scope="col" className={tables.number}>
                {head}
              </th>
            ))}
            <th scope="col">{texts.earliest}</th>
            <th scope="col">{texts.latest}</th>
          </tr>
        </thead>
        <tbody>
          {offices.slice(0, shown).map((one) => (
            <tr key={one.officeId}>
              <th scope="row">{officeName(one.officeId)}</th>
              <td className={tables.number}>{number(one.total)}</td>
              <td className={tables.number}>
                {one.late > 0 ? <strong>{texts.nLate(number(one.late))}</strong> : number(0)}
              </td>
              <td className={tables.number}>{number(one.relieved)}</td>
              <td>{moment(one.earliest)}</td>
              <td>{moment(one.latest)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {shown < offices.length && (
        <Button variant="default" size="sm" onClick={() => setShown(shown + page * 5)}>
          {more}
        </Button>
      )}
    </>
  );
}
