// For operations staff: the workflow of this report in the engine's own console.
import { useUser } from '../../session.tsx';
import { temporalPath, useConsole } from '../../shared/officers/console.ts';
import { OutsideLink } from '../../shared/officers/outside-link.tsx';
import { useOfficeTexts } from '../../texts/office.ts';

export function WorkflowLink({ number }: { number: string }) {
  const { report } = useOfficeTexts();
  const { data } = useConsole(useUser()?.role === 'ops');
  const path = data && temporalPath(data, 'workflows', number);
  if (!path) return null;
  return (
    <p className="no-print">
      <OutsideLink href={path}>{report.workflow}</OutsideLink>
    </p>
  );
}
