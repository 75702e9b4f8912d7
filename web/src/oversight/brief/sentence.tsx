// The one sentence that one reads before a meeting: how many are late, where most, and how many a week ago.
import { Link } from 'wouter';
import type { Summary } from '../../api/types.ts';
import { useFormat } from '../../texts/format.ts';
import { useBriefTexts, useWords } from '../../texts/oversight.ts';
import type { Scope } from '../filter/scope.ts';
import classes from './brief.module.css';
import { partPath, rankedPath } from './paths.ts';

function Sentence({ summary, scope }: { summary: Summary; scope: Scope }) {
  const texts = useBriefTexts();
  const words = useWords();
  const { number } = useFormat();
  const { late, worstStep, ranking, weeks } = summary.brief;
  const before = texts.ago(number(late.before), weeks);
  const [most] = ranking;
  if (late.now === 0 || !most) {
    return (
      <p className={classes.sentence}>
        {texts.noneLate}; {before}.
      </p>
    );
  }
  const isAll = ranking.length === 1;
  return (
    <p className={classes.sentence}>
      <Link href={partPath(summary, scope, { overdue: true })}>{texts.late(number(late.now))}</Link>
      {!isAll && (
        <>
          {', '}
          <Link href={rankedPath(most, scope, { overdue: true })}>
            {texts.mostIn(number(most.late.now), most.name)}
          </Link>
        </>
      )}
      {worstStep !== null && (
        <>
          {', '}
          <Link href={partPath(summary, scope, { overdue: true, step: worstStep })}>
            {texts.mostAt(words.step(worstStep).toLowerCase())}
          </Link>
        </>
      )}
      ; {before}.
    </p>
  );
}

/** In its place from the beginning, so that nothing moves when it comes. */
export function First({ summary, scope }: { summary: Summary | undefined; scope: Scope }) {
  return <div className={classes.first}>{summary && <Sentence summary={summary} scope={scope} />}</div>;
}
