// Holidays, collective leave and special hours of a year: edited, previewed, saved.
import { useQuery } from '@tanstack/react-query';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { fieldError, problemIn } from '../../api/problems.ts';
import type { CalendarYear, NewCalendarYear } from '../../api/types.ts';
import { Pending } from '../../shared/messages/states.tsx';
import { useFormat } from '../../texts/format.ts';
import { OperationsPage } from '../part-page.tsx';
import { ChangeBar } from '../rules/change-bar.tsx';
import { RecomputationProgress } from '../rules/progress.tsx';
import { useDraft } from '../rules/use-draft.ts';
import { Held } from '../rules/held.tsx';
import { useRuleChange } from '../rules/use-rule-change.ts';
import { useRulesTexts } from '../../texts/oversight.ts';
import { bodyOf, changesOf, draftOf, isWithin, mergeYears } from './calendar-draft.ts';
import classes from './calendar-page.module.css';
import { DayRows } from './day-rows.tsx';
import { Decree } from './decree.tsx';
import { HoursRows } from './hours-rows.tsx';
import { isComplete, rowErrors } from './row-errors.ts';
import { YearPicker } from './year/year-picker.tsx';

function YearEditor({ calendar }: { calendar: CalendarYear }) {
  const { calendar: texts } = useRulesTexts();
  const { date: dateName } = useFormat();
  const { year, revision } = calendar;
  const draft = useDraft(
    `calendar-${year}`,
    { revision, value: draftOf(calendar) },
    { contentOf: bodyOf, merge: mergeYears },
  );
  const { base, mine } = draft;
  const [tried, setTried] = useState(false);
  const [sent, setSent] = useState(mine);
  const { preview, save } = useRuleChange<NewCalendarYear>({
    path: `/v1/calendar/${year}`,
    revision: base.revision,
    queryKey: keys.calendar(year),
    saved: () => {
      draft.drop();
      setTried(false);
    },
  });
  const failed = save.error ?? preview.error;
  const problem = problemIn(failed);
  const required = tried ? texts.required : undefined;
  const errorIn = (part: 'days' | 'hours') =>
    rowErrors({ part, mine: mine[part], sent: sent[part], required, problem });
  const { days, hours } = changesOf(base.value, mine);
  const { decree = '' } = mine;
  /** Days are changed by a decree; hours by what may have no number. */
  const lacksDecree = days.added.length + days.removed.length > 0 && !decree.trim();
  const check = () => {
    setTried(true);
    setSent(mine);
    return isComplete([...mine.days, ...mine.hours]) && !lacksDecree;
  };
  const dayWords = ({ date, name }: { date: string; name: string }) =>
    `${date ? dateName(date) : texts.newDay}${name && ` (${name})`}`;
  const changes = [
    ...(decree.trim() ? [texts.decree.by(decree.trim())] : []),
    ...days.removed.map((row) => texts.removed(dayWords(row))),
    ...days.added.map((row) => texts.added(dayWords(row))),
    ...hours.removed.map(({ name }) => texts.removed(name)),
    ...hours.added.map(({ name }) => texts.added(name || texts.newHours)),
  ];
  return (
    <>
      <Held saving={save.isPending}>
        <YearPicker year={year} days={mine.days} onChange={(next) => draft.change({ ...mine, days: next })} />
        <Decree
          calendar={calendar}
          value={decree}
          error={lacksDecree ? required : fieldError(problem, 'decree')}
          onChange={(next) => draft.change({ ...mine, decree: next })}
        />
        <DayRows
          days={mine.days}
          errorOf={errorIn('days')}
          onChange={(next) => draft.change({ ...mine, days: next })}
        />
        <HoursRows
          title={texts.hours}
          why={texts.hoursWhy}
          hours={mine.hours}
          usual={calendar.hours.filter((entry) => !isWithin(year, entry))}
          errorOf={errorIn('hours')}
          onChange={(next) => draft.change({ ...mine, hours: next })}
        />
      </Held>
      <ChangeBar
        draft={draft}
        body={bodyOf(mine)}
        changes={changes}
        check={check}
        preview={preview}
        save={save}
      />
    </>
  );
}

export function CalendarPage() {
  const { calendar: texts } = useRulesTexts();
  const [search] = useSearchParams();
  const [thisYear] = useState(() => new Date().getFullYear());
  const wanted = Number(search.get('tahun'));
  const year = wanted >= 2000 && wanted <= 2099 ? Math.floor(wanted) : thisYear;
  const asked = useQuery({
    queryKey: keys.calendar(year),
    queryFn: ({ signal }) => ask<CalendarYear>(`/v1/calendar/${year}`, { signal }),
  });
  const { data } = asked;
  const to = (other: number) => `/operasi/kalender?tahun=${other}`;
  return (
    <OperationsPage title={texts.title} lead={texts.lead}>
      <RecomputationProgress />
      <div className={classes.years}>
        {year > 2000 && (
          <Link href={to(year - 1)} aria-label={texts.before(year - 1)}>
            <IconChevronLeft size={20} aria-hidden />
            {year - 1}
          </Link>
        )}
        <h2 aria-live="polite">{texts.year(year)}</h2>
        {year < 2099 && (
          <Link href={to(year + 1)} aria-label={texts.before(year + 1)}>
            {year + 1}
            <IconChevronRight size={20} aria-hidden />
          </Link>
        )}
      </div>
      <Pending asked={asked} />
      {data && <YearEditor key={year} calendar={data} />}
    </OperationsPage>
  );
}
