// What moves when an office joins another, before anything does.
import { useEffect, useRef } from 'react';
import type { SuccessionBegun } from '../../../api/types.ts';
import { FactList } from '../../../shared/officers/fact-list.tsx';
import { SureButton } from '../../../shared/officers/sure-button.tsx';
import { useFormat } from '../../../texts/format.ts';
import { usePeopleTexts } from '../../../texts/oversight.ts';
import classes from '../people.module.css';

interface WhatMovesProps {
  moving: SuccessionBegun;
  busy: boolean;
  onJoin: () => void;
}

export function WhatMoves({ moving, busy, onJoin }: WhatMovesProps) {
  const { joining: texts } = usePeopleTexts();
  const { number } = useFormat();
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus(), []);
  const { office, successor, total, reports, offices, deadlines } = moving;
  return (
    <section ref={place} tabIndex={-1} aria-label={texts.moves(number(total))}>
      <h3>{texts.moves(number(total))}</h3>
      <FactList
        beside
        facts={[
          ...reports.map(
            ({ step, ...ways }) => [texts.row(step), texts.ways(ways)] satisfies [string, string],
          ),
          [texts.offices, offices.map(({ name }) => name).join(', ')],
          [texts.hanging, texts.counts(moving)],
          [texts.deadlines, number(deadlines.total)],
        ]}
      />
      <div className={classes.buttons}>
        <SureButton
          label={texts.join}
          question={texts.sure(office.name, successor.name)}
          size="md"
          color="red"
          busy={busy}
          onSure={onJoin}
        />
      </div>
    </section>
  );
}
