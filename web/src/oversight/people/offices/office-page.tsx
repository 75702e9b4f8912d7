// One office: name, time zone, address; in service or not.
import { useParams } from 'wouter';
import type { Office } from '../../../api/types.ts';
import { Notice } from '../../../shared/messages/notice.tsx';
import { Pending } from '../../../shared/messages/states.tsx';
import { useAllOffices } from '../../../shared/officers/offices.ts';
import { OperationsPage } from '../../part-page.tsx';
import { usePeopleTexts, useWords } from '../../../texts/oversight.ts';
import { ActiveCard } from '../active-card.tsx';
import { EditForm } from '../edit-form.tsx';
import { type OfficeDraft, OfficeFields, type Zone } from './office-fields.tsx';
import { JoiningCard } from '../joining/joining-card.tsx';
import { JoiningProgress } from '../joining/joining-progress.tsx';
import classes from '../people.module.css';
import { OwnHours } from './office-hours.tsx';
import { useChangeOffice } from '../use-change.ts';

function OfficeForm({ office }: { office: Office }) {
  const { id, name, timeZone, email } = office;
  return (
    <EditForm<OfficeDraft>
      kept={`office-${id}`}
      known={{ name, timeZone: timeZone as Zone, email: email ?? '' }}
      needed={['name']}
      save={useChangeOffice(id)}
      renderFields={(props) => <OfficeFields {...props} />}
    />
  );
}

function OfficeActive({ office }: { office: Office }) {
  const { place: texts } = usePeopleTexts();
  const change = useChangeOffice(office.id);
  return (
    <ActiveCard
      active={office.active ?? true}
      words={texts}
      sure={texts.sure(office.name)}
      saving={change.isPending}
      error={change.error}
      onChange={(active) => change.mutate({ active })}
    />
  );
}

function nameOf(offices: Office[] | undefined, id: string): string {
  return offices?.find((one) => one.id === id)?.name ?? id;
}

export function OfficePage() {
  const { place: texts, joining } = usePeopleTexts();
  const words = useWords();
  const { id } = useParams<{ id: string }>();
  const asked = useAllOffices();
  const { data } = asked;
  const office = data?.find((candidate) => candidate.id === decodeURIComponent(id));
  return (
    <OperationsPage
      title={office ? texts.edit(office.name) : texts.title}
      lead={office && `${words.levels[office.level]} · ${office.id}`}
    >
      <Pending asked={asked} />
      {data && !office && <Notice tone="warn" title={texts.notFound} />}
      {office?.successorId && <Notice tone="info" title={joining.joined(nameOf(data, office.successorId))} />}
      {office && <JoiningProgress />}
      {office && (
        <div className={classes.cards}>
          <OfficeForm office={office} />
          {office.level !== 'national' && !office.successorId && <OfficeActive office={office} />}
          {office.level !== 'national' && !office.successorId && office.active && (
            <JoiningCard key={office.id} office={office} all={data ?? []} />
          )}
        </div>
      )}
      {office && <OwnHours key={office.id} officeId={office.id} />}
    </OperationsPage>
  );
}
