// A decision straight from the inbox, with what one has to know for it.
import type { OfficeAction } from '../../../../sop/terms.ts';
import { Failed, Loading } from '../../shell/states.tsx';
import { Dialog } from '../dialog.tsx';
import { Deadline } from '../deadline.tsx';
import { useEvents, useReport } from '../queries.ts';
import { useOfficeTexts } from '../texts.ts';
import type { DecisionBody, Outcome } from '../types.ts';
import classes from './deciding.module.css';
import { DecisionForm } from './decision-form.tsx';

interface DecideDialogProps {
  number: string;
  action: OfficeAction;
  onDone: (body: DecisionBody, outcome: Outcome) => void;
  onClose: () => void;
}

function Content({ number, action, onDone, onClose }: DecideDialogProps) {
  const report = useReport(number);
  const events = useEvents(number);
  const error = report.error ?? events.error;
  if (error)
    return <Failed error={error} again={() => void Promise.all([report.refetch(), events.refetch()])} />;
  if (!report.data || !events.data) return <Loading />;
  return (
    <>
      <div className={classes.about}>
        <p className={classes.subject}>{report.data.title}</p>
        <Deadline item={report.data} withMoment />
        <p className={classes.excerpt}>{report.data.description}</p>
      </div>
      <DecisionForm
        report={report.data}
        action={action}
        seq={events.data.at(-1)?.seq ?? 0}
        onDone={onDone}
        onCancel={onClose}
      />
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
