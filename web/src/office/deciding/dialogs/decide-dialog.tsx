// A decision straight from the inbox, with what one has to know for it.
import { useState } from 'react';
import type { OfficeAction } from '../../../../../sop/terms.ts';
import { Failed, Loading } from '../../../shared/messages/states.tsx';
import { Dialog } from '../../../shared/officers/frame/dialog.tsx';
import { Deadline } from '../../deadline.tsx';
import { Present } from '../../presence/present.tsx';
import { usePresence } from '../../presence/use-presence.ts';
import { useEvents, useReport } from '../../queries.ts';
import { useOfficeTexts } from '../../../texts/office.ts';
import type { DecisionBody, Outcome } from '../../../api/types.ts';
import classes from '../deciding.module.css';
import { DecisionForm } from '../decision-form.tsx';
import { useSendingOf } from '../sending/use-sendings.ts';

interface DecideDialogProps {
  number: string;
  action: OfficeAction;
  onDone: (body: DecisionBody, outcome: Outcome) => void;
  onClose: () => void;
}

/** The report as it is when the dialog opens; what is kept from before may be out of date. */
function useFresh(number: string) {
  const report = useReport(number);
  const events = useEvents(number);
  const [fresh, setFresh] = useState(false);
  const coming = [report, events].some(({ isStale, isFetching }) => isStale && isFetching);
  if (!fresh && report.data && events.data && !coming) setFresh(true);
  const again = () => void Promise.all([report.refetch(), events.refetch()]);
  return {
    report: fresh ? report.data : undefined,
    seq: events.data?.at(-1)?.seq ?? 0,
    error: report.error ?? events.error,
    again,
  };
}

function Content({ number, action, onDone, onClose }: DecideDialogProps) {
  const { report, seq, error, again } = useFresh(number);
  usePresence(number, 'writing');
  const standing = useSendingOf(number);
  const { deciding: texts } = useOfficeTexts();
  if (!report) return error ? <Failed error={error} again={again} /> : <Loading />;
  return (
    <>
      <div className={classes.about}>
        <p className={classes.subject}>{report.title}</p>
        <Deadline item={report} withMoment />
        <Present number={number} />
        <p className={classes.excerpt}>{report.description}</p>
      </div>
      {standing ? (
        <p>{texts.sending.here}</p>
      ) : (
        <DecisionForm
          report={report}
          action={action}
          seq={seq}
          onDone={onDone}
          onStanding={onClose}
          onCancel={onClose}
        />
      )}
    </>
  );
}

export function DecideDialog(props: DecideDialogProps) {
  const { words } = useOfficeTexts();
  return (
    <Dialog onClose={props.onClose} title={`${words.actions[props.action]} · ${props.number}`}>
      <Content {...props} />
    </Dialog>
  );
}
