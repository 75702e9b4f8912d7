// The deadlines that would move, old and new, before anything is saved.
import { Button } from '@mantine/core';
import { type Ref, useId, useState } from 'react';
import { Link } from 'wouter';
import type { RulesChanged } from '../../api/types.ts';
import { useFormat } from '../../texts/format.ts';
import { ScrollTable } from '../../shared/officers/scroll-table.tsx';
import tables from '../../shared/officers/table.module.css';
import { useOfficeName } from '../../shared/officers/offices.ts';
import { useRulesTexts, useWords } from '../../texts/oversight.ts';
import { ByOffice } from './by-office.tsx';
import classes from './change-bar.module.css';

interface MovesProps {
  ref: Ref<HTMLElement>;
  changed: RulesChanged;
  saving: boolean;
  onSave: () => void;
  onBack: () => void;
}

const page = 50;

export function Moves({
  ref,
  changed: { total, why, changes, offices },
  saving,
  onSave,
  onBack,
}: MovesProps) {
  const texts = useRulesTexts();
  const words = useWords();
  const officeName = useOfficeName();
  const { number, moment } = useFormat();
  const dueOf = (move: RulesChanged['changes'][number]) =>
    words.markedBriefly(moment(move.new), move.provisional);
  const [shown, setShown] = useState(page);
  const heading = useId();
  const title = total === 0 ? texts.nothingMoves : texts.moves(number(total));
  return (
    <section ref={ref} tabIndex={-1} aria-labelledby={heading} className={classes.panel}>
      <h2 id={heading}>{title}</h2>
      <p>{texts.movesWhy}</p>
      {total > 0 && <p className={classes.why}>{texts.reason(why)}</p>}
      <ByOffice offices={offices} />
      {total > 0 && (
        <div className={classes.table}>
          <ScrollTable caption={title}>
            <thead>
              <tr>
                <th scope="col">{texts.number}</th>
                {[texts.clock, texts.office, texts.old, texts.new].map((head) => (
                  <th key={head} scope="col" className={tables.wide}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {changes.slice(0, shown).map((move) => (
                <tr key={`${move.number} ${move.clock}`}>
                  <th scope="row">
                    <Link className={tables.whole} href={`/kantor/laporan/${move.number}`}>
                      {move.number}
                    </Link>
                    <span className={`${tables.small} ${tables.narrow}`}>
                      {words.clock[move.clock]}, {officeName(move.officeId)}
                    </span>
                    <span className={tables.narrow}>
                      {moment(move.old)} → <strong>{dueOf(move)}</strong>
                    </span>
                  </th>
                  <td className={tables.wide}>{words.clock[move.clock]}</td>
                  <td className={tables.wide}>{officeName(move.officeId)}</td>
                  <td className={tables.wide}>{moment(move.old)}</td>
                  <td className={tables.wide}>
                    <strong>{dueOf(move)}</strong>
                  </td>
                </tr>
              ))}
            </tbody>
          </ScrollTable>
        </div>
      )}
      {total > changes.length && <p>{texts.firstOnly(number(changes.length))}</p>}
      <div className={classes.buttons}>
        {shown < changes.length && (
          <Button variant="default" onClick={() => setShown(shown + page)}>
            {texts.more}
          </Button>
        )}
        <Button variant="default" onClick={onBack}>
          {texts.back}
        </Button>
        <Button loading={saving} onClick={onSave}>
          {total === 0 ? texts.save : texts.saveAndMove(number(total))}
        </Button>
      </div>
    </section>
  );
}
