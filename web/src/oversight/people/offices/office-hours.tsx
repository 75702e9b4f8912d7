// The hours that an office has of its own: edited, previewed, saved like the calendar (reading 29).
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../../api/client.ts';
import { keys } from '../../../api/keys.ts';
import { problemIn } from '../../../api/problems.ts';
import type { NewOfficeHours, OfficeHours } from '../../../api/types.ts';
import { Pending } from '../../../shared/messages/states.tsx';
import { useRulesTexts } from '../../../texts/oversight.ts';
import {
  hoursBodyOf,
  hoursChanges,
  hoursRowsOf,
  mergeHours,
  type UsualHours,
} from '../../calendar/calendar-draft.ts';
import { HoursRows } from '../../calendar/hours-rows.tsx';
import { isComplete, rowErrors } from '../../calendar/row-errors.ts';
import { ChangeBar } from '../../rules/change-bar.tsx';
import { RecomputationProgress } from '../../rules/progress.tsx';
import { useDraft } from '../../rules/use-draft.ts';
import { Held } from '../../rules/held.tsx';
import { useRuleChange } from '../../rules/use-rule-change.ts';

function HoursEditor({ own, usual }: { own: OfficeHours; usual: UsualHours[] }) {
  const { calendar: texts } = useRulesTexts();
  const { officeId, revision, hours } = own;
  const draft = useDraft(
    `hours-${officeId}`,
    { revision, value: hoursRowsOf(hours) },
    { contentOf: hoursBodyOf, merge: mergeHours },
  );
  const { base, mine } = draft;
  const [tried, setTried] = useState(false);
  const [sent, setSent] = useState(mine);
  const { preview, save } = useRuleChange<NewOfficeHours>({
    path: `/v1/offices/${encodeURIComponent(officeId)}/hours`,
    revision: base.revision,
    queryKey: keys.officeHours(officeId),
    saved: () => {
      draft.drop();
      setTried(false);
    },
  });
  const check = () => {
    setTried(true);
    setSent(mine);
    return isComplete(mine);
  };
  const { removed, added } = hoursChanges(base.value, mine);
  return (
    <>
      <Held saving={save.isPending}>
        <HoursRows
          title={texts.ownHours}
          why={texts.ownHoursWhy}
          hours={mine}
          usual={usual}
          errorOf={rowErrors({
            part: 'hours',
            mine,
            sent,
            required: tried ? texts.required : undefined,
            problem: problemIn(save.error ?? preview.error),
          })}
          onChange={draft.change}
        />
      </Held>
      <ChangeBar
        draft={draft}
        body={{ hours: hoursBodyOf(mine) }}
        changes={[
          ...removed.map(({ name }) => texts.removed(name)),
          ...added.map(({ name }) => texts.added(name || texts.newHours)),
        ]}
        check={check}
        preview={preview}
        save={save}
      />
    </>
  );
}

/** Hours of days that are over say nothing to who changes them. */
const isAhead = ({ to }: UsualHours) => to >= new Date().toISOString().slice(0, 10);

export function OwnHours({ officeId }: { officeId: string }) {
  const asked = useQuery({
    queryKey: keys.officeHours(officeId),
    queryFn: ({ signal }) =>
      ask<OfficeHours>(`/v1/offices/${encodeURIComponent(officeId)}/hours`, { signal }),
  });
  return (
    <>
      <RecomputationProgress />
      <Pending asked={asked} />
      {asked.data && (
        <HoursEditor key={officeId} own={asked.data} usual={asked.data.common.filter(isAhead)} />
      )}
    </>
  );
}
