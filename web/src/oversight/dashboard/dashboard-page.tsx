// How the reports of one's part of the tree stand.
import { IconChartBar } from '@tabler/icons-react';
import type { Summary } from '../../api/types.ts';
import { Empty, Pending } from '../../shared/messages/states.tsx';
import { OversightPage } from '../part-page.tsx';
import { Ranking } from '../brief/ranking.tsx';
import { First } from '../brief/sentence.tsx';
import { OnPaper, PageActions } from '../paper/on-paper.tsx';
import { useScope } from '../filter/scope.ts';
import { useDashboardTexts } from '../../texts/oversight.ts';
import { Beyond } from '../beyond/beyond.tsx';
import { Clocks } from './clocks.tsx';
import { Counts } from './counts.tsx';
import classes from './dashboard-page.module.css';
import { Downloads } from './downloads.tsx';
import { Satisfaction } from '../satisfaction/satisfaction.tsx';
import { Filter } from '../filter/filter.tsx';
import { Held } from './held.tsx';
import { TopReturns } from '../returns/returns.tsx';
import { Offices, Steps } from './spreads.tsx';
import { Tiles } from './tiles.tsx';
import { HeatMap } from '../weeks/heat-map.tsx';
import { Trend } from '../trend/trend.tsx';
import { useFigures } from './use-figures.ts';

export function DashboardPage() {
  const texts = useDashboardTexts();
  const [scope] = useScope();
  const asked = useFigures<Summary>('summary', scope);
  const { data: summary, error, isPlaceholderData, live } = asked;
  const narrowed = Object.values(scope).some((value) => value !== '');
  return (
    <OversightPage title={texts.title} actions={<PageActions live={live} />}>
      <First summary={summary?.total === 0 ? undefined : summary} scope={scope} />
      <Filter path="/pengawasan" error={error} />
      <p role="status" className="visually-hidden">
        {isPlaceholderData ? texts.updating : ''}
      </p>
      <Pending asked={asked} />
      {summary && summary.total === 0 && !isPlaceholderData && (
        <Empty icon={<IconChartBar size={28} />} title={narrowed ? texts.none : texts.noneYet}>
          <p>{narrowed ? texts.noneWhy : texts.noneYetWhy}</p>
        </Empty>
      )}
      {summary && summary.total > 0 && !(error && isPlaceholderData) && (
        <div className={classes.figures} aria-busy={isPlaceholderData}>
          <OnPaper />
          <Tiles summary={summary} scope={scope} />
          {summary.brief.ranking.length > 1 && <Ranking summary={summary} scope={scope} />}
          <div className={`${classes.figures} no-print`}>
            <Held
              title={texts.late.overdue}
              none={texts.late.none}
              by="lateBySteps"
              summary={summary}
              scope={scope}
              filter={{ overdue: true }}
            />
            <Held
              title={texts.late.dueToday}
              none={texts.late.noneToday}
              by="dueTodayBySteps"
              summary={summary}
              scope={scope}
              filter={{ dueToday: true }}
            />
          </div>
          <div className={classes.sheet}>
            <HeatMap summary={summary} scope={scope} />
            <div className="no-print">
              <Trend trend={summary.trend} />
            </div>
            <div className={classes.pair}>
              <Clocks clocks={summary.clocks} />
              <div className="no-print">
                <TopReturns summary={summary} scope={scope} />
              </div>
            </div>
            <div className={`${classes.figures} no-print`}>
              <Satisfaction ratings={summary.ratings} scope={scope} />
              <Beyond beyond={summary.beyond} scope={scope} />
            </div>
            <Steps steps={summary.steps} />
          </div>
          <div className={`${classes.figures} no-print`}>
            <Offices offices={summary.offices} />
            <Counts summary={summary} scope={scope} />
            <Downloads scope={scope} />
          </div>
        </div>
      )}
    </OversightPage>
  );
}
