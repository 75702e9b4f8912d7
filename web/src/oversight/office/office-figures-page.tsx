// One office with all below it: how it stands among its siblings, its weeks, slow steps, returns, and what its people say.
import { useParams } from 'wouter';
import type { Summary } from '../../api/types.ts';
import { useBriefTexts } from '../../texts/oversight.ts';
import { Beyond } from '../beyond/beyond.tsx';
import { Ranking } from '../brief/ranking.tsx';
import classes from '../dashboard/dashboard-page.module.css';
import { Clocks } from '../dashboard/clocks.tsx';
import { Steps } from '../dashboard/spreads.tsx';
import { useBeside, useFigures } from '../dashboard/use-figures.ts';
import { FiguresPage } from '../figures/figures-page.tsx';
import { type Scope, useScope } from '../filter/scope.ts';
import { LatestComments } from '../satisfaction/comments.tsx';
import { Satisfaction } from '../satisfaction/satisfaction.tsx';
import { Trend } from '../trend/trend.tsx';
import { HeatMap } from '../weeks/heat-map.tsx';
import { LatestReturns } from './returned.tsx';
import { useWay, Way } from './way.tsx';

/** Where this office stands among those beside it; nothing for the topmost that one may look at. */
function Siblings({ above, id, scope }: { above: string | undefined; id: string; scope: Scope }) {
  const texts = useBriefTexts();
  const of = { ...scope, officeId: above ?? '' };
  const { data } = useBeside<Summary>('summary', of, above !== undefined);
  if (above === undefined || !data) return null;
  return <Ranking summary={data} scope={of} marked={id} title={texts.siblings} />;
}

export function OfficeFiguresPage() {
  const { id } = useParams<{ id: string }>();
  const texts = useBriefTexts();
  const [chosen] = useScope();
  const scope = { ...chosen, officeId: id };
  const way = useWay(id);
  const asked = useFigures<Summary>('summary', scope);
  return (
    <FiguresPage
      title={way.at(-1)?.name ?? id}
      path={`/pengawasan/kantor/${encodeURIComponent(id)}`}
      scope={scope}
      asked={asked}
      ofOne
      way={<Way way={way} scope={scope} />}
    >
      {(summary) => {
        const hasBelow = summary.brief.ranking.length > 1;
        return (
          <>
            <div className={hasBelow ? 'no-print' : undefined}>
              <Siblings above={way.at(-2)?.id} id={id} scope={scope} />
            </div>
            {hasBelow && <Ranking summary={summary} scope={scope} title={texts.below} />}
            <div className={classes.sheet}>
              <HeatMap summary={summary} scope={scope} />
              <div className="no-print">
                <Trend trend={summary.trend} scope={scope} />
              </div>
              <div className={classes.pair}>
                <Clocks clocks={summary.clocks} scope={scope} />
                <div className="no-print">
                  <Satisfaction ratings={summary.ratings} scope={scope} />
                </div>
              </div>
              <Steps steps={summary.steps} scope={scope} />
            </div>
            <div className={`${classes.figures} no-print`}>
              <Beyond beyond={summary.beyond} scope={scope} />
              <LatestComments scope={scope} />
              <LatestReturns scope={scope} />
            </div>
          </>
        );
      }}
    </FiguresPage>
  );
}
