// How the reports of one's part of the tree stand.
import { IconChartBar } from '@tabler/icons-react';
import type { Summary } from '../../api/types.ts';
import { Empty } from '../../shared/messages/states.tsx';
import { Ranking } from '../brief/ranking.tsx';
import { FiguresPage } from '../figures/figures-page.tsx';
import { useScope } from '../filter/scope.ts';
import { useDashboardTexts } from '../../texts/oversight.ts';
import { Beyond } from '../beyond/beyond.tsx';
import { Clocks } from './clocks.tsx';
import { Counts } from './counts.tsx';
import classes from './dashboard-page.module.css';
import { Downloads } from './downloads.tsx';
import { Satisfaction } from '../satisfaction/satisfaction.tsx';
import { Held } from './held.tsx';
import { TopReturns } from '../returns/returns.tsx';
import { Offices, Steps } from './spreads.tsx';
import { HeatMap } from '../weeks/heat-map.tsx';
import { Trend } from '../trend/trend.tsx';
import { useFigures } from './use-figures.ts';

export function DashboardPage() {
  const texts = useDashboardTexts();
  const [scope] = useScope();
  const asked = useFigures<Summary>('summary', scope);
  const narrowed = Object.values(scope).some((value) => value !== '');
  return (
    <FiguresPage
      title={texts.title}
      path="/pengawasan"
      scope={scope}
      asked={asked}
      nothing={
        <Empty icon={<IconChartBar size={28} />} title={narrowed ? texts.none : texts.noneYet}>
          <p>{narrowed ? texts.noneWhy : texts.noneYetWhy}</p>
        </Empty>
      }
    >
      {(summary) => (
        <>
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
              <Trend trend={summary.trend} scope={scope} />
            </div>
            <div className={classes.pair}>
              <Clocks clocks={summary.clocks} scope={scope} />
              <div className="no-print">
                <TopReturns summary={summary} scope={scope} />
              </div>
            </div>
            <div className={`${classes.figures} no-print`}>
              <Satisfaction ratings={summary.ratings} scope={scope} />
              <Beyond beyond={summary.beyond} scope={scope} />
            </div>
            <Steps steps={summary.steps} scope={scope} />
          </div>
          <div className={`${classes.figures} no-print`}>
            <Offices offices={summary.offices} scope={scope} />
            <Counts summary={summary} scope={scope} />
            <Downloads scope={scope} />
          </div>
        </>
      )}
    </FiguresPage>
  );
}
