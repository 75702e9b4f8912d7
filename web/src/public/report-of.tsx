// What kind of report, and its number, which is never broken at the end of a line.
import type { ReporterView } from '../api/types.ts';
import { useTexts } from '../texts/texts.tsx';
import said from '../shared/said/said.module.css';

export function ReportOf({ kind, number }: Pick<ReporterView, 'kind' | 'number'>) {
  const { words } = useTexts();
  return (
    <>
      <span>{words.kinds[kind]}</span> <span className={said.number}>{number}</span>
    </>
  );
}
