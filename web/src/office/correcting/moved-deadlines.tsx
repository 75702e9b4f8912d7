// Deadlines that moved, or would: old beside new (readings 16, 19, 25, 27).
import type { DecisionPreview } from '../../api/types.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import { useOfficeFormat } from '../../texts/office-format.ts';

interface MovedDeadlinesProps {
  changes: DecisionPreview['changes'];
  className: string | undefined;
}

export function MovedDeadlines({ changes, className }: MovedDeadlinesProps) {
  const { report, words } = useOfficeTexts();
  const { events: texts } = report;
  const { brief } = useOfficeFormat();
  return changes.map((change) => (
    <p key={`${change.clock} ${change.old}`} className={className}>
      {texts.moved(
        texts.clocks[change.clock] ?? change.clock,
        brief(change.old),
        words.markedBriefly(brief(change.new), change.provisional),
      )}
    </p>
  ));
}
