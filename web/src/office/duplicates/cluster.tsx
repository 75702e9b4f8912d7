// Reports that say the same are decided once, each answered for itself: those of the likely ones that are ours, with this one.
import { Checkbox } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OfficeAction } from '../../../../sop/terms.ts';
import type { Duplicates, Report } from '../../api/types.ts';
import { useUser } from '../../session.tsx';
import { useOfficeTexts } from '../../texts/office.ts';
import { isOpenForMany, mainFirst } from '../deciding/actions.ts';
import classes from '../deciding/deciding.module.css';
import { BulkDialog } from '../deciding/dialogs/bulk-dialog.tsx';
import { ManyButton } from '../deciding/many-button.tsx';
import { officeKeys } from '../keys.ts';
import { reportQuery } from '../queries.ts';

interface ClusterProps {
  report: Report;
  likely: Duplicates['items'];
}

/** Only where my office holds this report and another that is like it. */
export function Cluster({ report, likely }: ClusterProps) {
  const { report: texts } = useOfficeTexts();
  const user = useUser();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [action, setAction] = useState<OfficeAction>();
  const ours = likely.filter(({ holderId }) => holderId === user?.office.id);
  const client = useQueryClient();
  // As they are, for the revision that is decided on.
  const { data: others = [] } = useQuery({
    queryKey: officeKeys.cluster(ticked),
    queryFn: () => Promise.all(ticked.map((number) => client.fetchQuery(reportQuery(number)))),
    enabled: ticked.length > 0,
  });
  const decides = user?.role === 'admin' && report.holder.id === user.office.id;
  // What came of it is read, also when the report is no longer ours.
  if (!action && (!decides || ours.length === 0)) return null;
  const all = ticked.length === 0 ? [report] : [report, ...others];
  const open = mainFirst(report.options).filter(
    (option) => all.length > 1 && all.every((one) => isOpenForMany(option, one)),
  );
  return (
    <fieldset className={classes.changes}>
      <legend>{texts.duplicates.together}</legend>
      {ours.map(({ number, title }) => (
        <Checkbox
          key={number}
          label={`${number} · ${title}`}
          checked={ticked.includes(number)}
          onChange={({ currentTarget: { checked } }) =>
            setTicked((before) => (checked ? [...before, number] : before.filter((one) => one !== number)))
          }
        />
      ))}
      <div className={classes.buttons}>
        {open.map((option) => (
          <ManyButton key={option} action={option} count={all.length} onAction={setAction} />
        ))}
      </div>
      {action && (
        <BulkDialog
          action={action}
          selected={all}
          stays={() => false}
          onClose={(gone) => {
            setAction(undefined);
            setTicked((before) => before.filter((number) => !gone.has(number)));
          }}
        />
      )}
    </fieldset>
  );
}
