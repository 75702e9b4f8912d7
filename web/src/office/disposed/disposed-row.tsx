// A report that we disposed: who holds it and since when, and whether it may be taken back.
import { memo } from 'react';
import type { Disposed } from '../../api/types.ts';
import { useOfficeFormat } from '../../texts/office-format.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import { ReportRow } from '../inbox/rows/report-row.tsx';
import { RowAct } from '../inbox/rows/row-act.tsx';
import { SelectBox } from '../inbox/rows/select-box.tsx';
import type { RowProps } from '../lists/row-props.ts';

export const DisposedRow = memo(function DisposedRow(props: RowProps<Disposed>) {
  const { item, beside, gone, selected, onToggle, onDecide } = props;
  const { inbox, words } = useOfficeTexts();
  const { brief } = useOfficeFormat();
  const { disposed } = inbox;
  const { number, holderSince, deadline, limitMissed, options } = item;
  const mayRecall = options.includes('recall');
  const facts = [
    deadline ? words.marked(disposed.due(brief(deadline)), item.provisional) : '',
    limitMissed ? disposed.missed : '',
    mayRecall ? '' : disposed.notNow,
  ];
  return (
    <ReportRow
      {...props}
      withHolder
      holderSince={holderSince}
      facts={facts}
      before={<SelectBox {...{ number, selected, gone, onToggle }} />}
      after={mayRecall && !beside && !gone && <RowAct action="recall" {...{ number, onDecide }} />}
    />
  );
});
