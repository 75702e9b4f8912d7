// For operations staff: the workflow of this report in the engine's own console.
import { IconExternalLink } from '@tabler/icons-react';
import { useUser } from '../../session.tsx';
import { useConsole } from '../queries.ts';
import { useOfficeTexts } from '../../texts/office.ts';

export function WorkflowLink({ number }: { number: string }) {
  const { report } = useOfficeTexts();
  const console = useConsole(useUser()?.role === 'ops');
  if (!console?.temporalUi) return null;
  const base = console.temporalUi.replace(/\/$/, '');
  return (
    <p className="no-print">
      <a
        href={`${base}/namespaces/${console.namespace}/workflows/${number}`}
        target="_blank"
        rel="noreferrer"
      >
        {report.workflow} <IconExternalLink size={16} aria-hidden />
      </a>
    </p>
  );
}
