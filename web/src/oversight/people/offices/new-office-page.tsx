// Adds an office below another.
import { Link, useSearchParams } from 'wouter';
import { levels } from '../../../../../sop/terms.ts';
import { keys } from '../../../api/keys.ts';
import type { NewOffice, Office } from '../../../api/types.ts';
import { Notice } from '../../../shared/messages/notice.tsx';
import { Pending } from '../../../shared/messages/states.tsx';
import { depthOf } from '../../../shared/officers/office-tree.ts';
import { FactList } from '../../../shared/officers/fact-list.tsx';
import { useAllOffices, useOffices } from '../../../shared/officers/offices.ts';
import { OperationsPage } from '../../part-page.tsx';
import { usePeopleTexts, useWords } from '../../../texts/oversight.ts';
import { AddForm } from '../add-form.tsx';
import { codeOf } from './code-of.ts';
import { type OfficeDraft, OfficeFields, type Zone } from './office-fields.tsx';

type Draft = OfficeDraft & { id: string };

function NewOfficeForm({ parent }: { parent: Office }) {
  const { place: texts } = usePeopleTexts();
  const words = useWords();
  const level = levels[depthOf(parent) + 1] ?? 'upt';
  // Also of those that are no more: a code is never given twice.
  const { data: all } = useAllOffices();
  const taken = new Set(all?.map(({ id }) => id));
  return (
    <AddForm<Draft, NewOffice>
      kept={`new-office-${parent.id}`}
      empty={{ id: '', name: '', timeZone: parent.timeZone as Zone, email: '' }}
      needed={['id', 'name']}
      lasting={{
        field: 'id',
        label: texts.id,
        hint: texts.idHint,
        taken: 'office-exists',
        propose: (name) => codeOf(name, taken),
      }}
      path="/v1/offices"
      queryKey={keys.offices}
      list="/operasi/kantor"
      words={texts}
      bodyOf={({ id, name, timeZone, email }) => ({
        id: id.trim(),
        name,
        level,
        parentId: parent.id,
        timeZone,
        email: email || null,
      })}
      before={
        <FactList
          beside
          facts={[
            [texts.parent, parent.name],
            [texts.level, words.levels[level]],
          ]}
        />
      }
      renderFields={(props, code) => <OfficeFields {...props} code={code} />}
    />
  );
}

export function NewOfficePage() {
  const { place: texts } = usePeopleTexts();
  const [search] = useSearchParams();
  const asked = useOffices();
  const { data } = asked;
  const parent = data?.find(({ id, level }) => id === search.get('di') && level !== 'upt');
  return (
    <OperationsPage title={texts.add} lead={parent && texts.addLead(parent.name)}>
      <Pending asked={asked} />
      {data && !parent && (
        <Notice tone="warn" title={texts.parentFirst}>
          <Link href="/operasi/kantor">{texts.title}</Link>
        </Notice>
      )}
      {parent && <NewOfficeForm parent={parent} />}
    </OperationsPage>
  );
}
