// The office tree, each office with its zone and address.
import type { Office } from '../../../api/types.ts';
import card from '../../../shared/page/card.module.css';
import { Pending } from '../../../shared/messages/states.tsx';
import { matching } from '../../../shared/officers/office-tree.ts';
import { useAllOffices } from '../../../shared/officers/offices.ts';
import { OperationsPage } from '../../part-page.tsx';
import { usePeopleTexts, useWords } from '../../../texts/oversight.ts';
import classes from '../people.module.css';
import { useMade } from '../made.ts';
import { NoneFound, SearchField, useSought } from '../search.tsx';
import { TreeBranch } from '../tree-branch.tsx';

function Branch({ office, all, made }: { office: Office; all: Office[]; made: string | null }) {
  const texts = usePeopleTexts();
  const words = useWords();
  const { id, name, level, timeZone, email, active } = office;
  const ended = active === false;
  return (
    <TreeBranch
      code={id}
      name={name}
      about={`${words.levels[level]} · ${words.zones[timeZone] ?? timeZone} · ${email ?? texts.place.noEmail}`}
      made={made}
      ended={ended && texts.inactive}
      path="/operasi/kantor"
      adding={level !== 'upt' && !ended && { label: texts.place.addBelow(name), short: texts.place.short }}
    >
      {all
        .filter(({ parentId }) => parentId === id)
        .map((child) => (
          <Branch key={child.id} office={child} all={all} made={made} />
        ))}
    </TreeBranch>
  );
}

export function OfficesPage() {
  const { place: texts } = usePeopleTexts();
  const sought = useSought();
  const asked = useAllOffices();
  const { data } = asked;
  const found = data && matching(data, sought);
  const made = useMade(found !== undefined);
  return (
    <OperationsPage title={texts.title} lead={texts.lead}>
      <SearchField label={texts.search} />
      <Pending asked={asked} />
      {found?.length === 0 && <NoneFound words={texts} />}
      {found && found.length > 0 && (
        <ul className={`${card.card} ${classes.tree}`}>
          {found
            .filter(({ parentId }) => parentId === null)
            .map((office) => (
              <Branch key={office.id} office={office} all={found} made={made} />
            ))}
        </ul>
      )}
    </OperationsPage>
  );
}
