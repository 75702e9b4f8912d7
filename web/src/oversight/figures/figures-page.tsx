// A page of figures: what is so in one sentence, what is counted, how the counting goes; then the figures, on paper with who printed them.
import type { ReactNode } from 'react';
import type { Summary } from '../../api/types.ts';
import { Pending } from '../../shared/messages/states.tsx';
import { useDashboardTexts } from '../../texts/oversight.ts';
import { First } from '../brief/sentence.tsx';
import classes from '../dashboard/dashboard-page.module.css';
import { Tiles } from '../dashboard/tiles.tsx';
import type { useFigures } from '../dashboard/use-figures.ts';
import { Filter } from '../filter/filter.tsx';
import type { Scope } from '../filter/scope.ts';
import { OnPaper, PageActions } from '../paper/on-paper.tsx';
import { OversightPage } from '../part-page.tsx';

interface FiguresPageProps {
  title: string;
  /** Where the filter leads. */
  path: string;
  scope: Scope;
  asked: ReturnType<typeof useFigures<Summary>>;
  /** Without a choice of the office. */
  ofOne?: boolean;
  /** Above all. */
  way?: ReactNode;
  /** Instead of figures, where there is not one report; undefined: figures all the same. */
  nothing?: ReactNode;
  children: (summary: Summary) => ReactNode;
}

export function FiguresPage(props: FiguresPageProps) {
  const { title, path, scope, asked, ofOne = false, way, nothing, children } = props;
  const texts = useDashboardTexts();
  const { data: summary, error, isPlaceholderData, live } = asked;
  const isEmpty = nothing !== undefined && summary?.total === 0;
  return (
    <OversightPage title={title} actions={<PageActions live={live} />}>
      {way}
      <First summary={isEmpty ? undefined : summary} scope={scope} />
      <Filter path={path} error={error} ofOne={ofOne} />
      <p role="status" className="visually-hidden">
        {isPlaceholderData ? texts.updating : ''}
      </p>
      <Pending asked={asked} />
      {isEmpty && !isPlaceholderData && nothing}
      {summary && !isEmpty && !(error && isPlaceholderData) && (
        <div className={classes.figures} aria-busy={isPlaceholderData}>
          <OnPaper />
          <Tiles summary={summary} scope={scope} />
          {children(summary)}
        </div>
      )}
    </OversightPage>
  );
}
