// Says what was done, and has the lists asked for again.
import { useQueryClient } from '@tanstack/react-query';
import { announce } from '../../shared/messages/announcer.tsx';
import { useDesk } from '../desk.tsx';
import { freshen, showOutcome } from '../lists/live/freshen.ts';
import { useIsTold } from '../live.tsx';
import { useOfficeFormat } from '../../texts/office-format.ts';
import { officeKeys } from '../keys.ts';
import { useOfficeName } from '../../shared/officers/offices.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import type { DecisionBody, Outcome, Report } from '../../api/types.ts';

/** Gives a function that tells of a decision; `then` is what comes on the screen next. */
export function useDone() {
  const client = useQueryClient();
  const { deciding, words } = useOfficeTexts();
  const { moment } = useOfficeFormat();
  const nameOf = useOfficeName();
  const { tell, leave } = useDesk();
  const told = useIsTold();
  return ({ action, officeId }: DecisionBody, outcome: Outcome, then = '') => {
    const { number, step, holder, deadline, provisional } = outcome;
    const what = deciding.doneWhat[action](officeId ? nameOf(officeId) : undefined);
    const row = step as keyof typeof words.rows;
    const sentences = [
      deciding.done(number, what),
      deciding.now(words.step(step).toLowerCase(), words.rows[row]),
      holder.level !== 'system' && deciding.nowHeld(holder.name),
      deadline && deciding.nowDue(words.marked(moment(deadline), provisional)),
      then,
    ];
    const said = sentences.filter(Boolean).join(' ');
    tell({ number, words: said });
    announce(said);
    const { revision, status, options } = outcome;
    client.setQueryData<Report>(
      officeKeys.report(number),
      (before) => before && { ...before, step, revision, status, holder, deadline, provisional, options },
    );
    void client.invalidateQueries({ queryKey: officeKeys.report(number) });
    leave(number);
    showOutcome(client, outcome);
    // The rest of the row comes with the news of it.
    if (!told) void freshen(client, [number]);
    void client.invalidateQueries({ queryKey: officeKeys.counts });
  };
}
