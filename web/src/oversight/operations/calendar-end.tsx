// A line while a limit reaches a year whose holidays are not decreed (reading 30).
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { CalendarYears } from '../../api/types.ts';
import { Notice } from '../../shared/messages/notice.tsx';
import { Failed } from '../../shared/messages/states.tsx';
import { useFormat } from '../../texts/format.ts';
import { useOperationsTexts } from '../../texts/oversight.ts';

export function CalendarEnd() {
  const { calendarEnd: texts } = useOperationsTexts();
  const { date } = useFormat();
  const { data, error, refetch } = useQuery({
    queryKey: keys.calendarYears,
    queryFn: ({ signal }) => ask<CalendarYears>('/v1/calendar', { signal }),
    // It was entered a moment ago, perhaps.
    staleTime: 0,
  });
  if (error) return <Failed error={error} again={() => void refetch()} />;
  if (!data?.end) return null;
  const { year, until } = data.end;
  return (
    <Notice tone="warn" title={texts.title(year)}>
      <p>{texts.why(year, date(until))}</p>
      <Link href={`/operasi/kalender?tahun=${year}`}>{texts.open(year)}</Link>
    </Notice>
  );
}
