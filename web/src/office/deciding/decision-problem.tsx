// Why a decision was not taken, or that nobody knows whether it was.
import { asProblem } from '../../api/problems.ts';
import { Notice } from '../../shared/messages/notice.tsx';
import { titleOf } from '../../shared/messages/states.tsx';
import { useTexts } from '../../texts/texts.tsx';
import { useOfficeTexts } from '../../texts/office.ts';

/** The API answers 503 only when nothing was done; without an answer, and after other faults, it may have been. */
export function DecisionProblem({ error }: { error: unknown }) {
  const texts = useTexts();
  const { failed } = useOfficeTexts().deciding;
  const problem = asProblem(error);
  const nothingDone = problem.status === 503 || !problem.uncertain;
  return (
    <Notice tone={nothingDone ? 'bad' : 'warn'} title={titleOf(problem, texts)} announce>
      {problem.detail && problem.status > 0 && problem.detail !== problem.message && <p>{problem.detail}</p>}
      <p>{nothingDone ? failed.nothingDone : failed.uncertain}</p>
    </Notice>
  );
}
