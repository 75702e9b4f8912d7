// What the reporter gave of themselves, and who looked at it: one part of the page, which comes when it is needed.
import type { ReporterView } from '../../api/types.ts';
import ContactCard from './contact-card.tsx';
import { LookersCard } from './lookers-card.tsx';

export default function ContactPart({ view, reportKey }: { view: ReporterView; reportKey: string }) {
  return (
    <>
      <ContactCard view={view} reportKey={reportKey} />
      <LookersCard number={view.number} reportKey={reportKey} />
    </>
  );
}
