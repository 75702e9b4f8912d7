// The office tree, each office with its zone and address.
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'wouter';
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

function Branch({ office, all, made }: { office: Office; all: Office[]; made: string | null }) {
  const texts = usePeopleTexts();
  const words = useWords();
  const { id, name, level, timeZone, email, active } = office;
  const below = all.filter(({ parentId }) => parentId === id);
  return (
    <li>
      <div className={classes.place} data-made={id === made || undefined}>
        <div>
          <Link className={classes.name} href={`/operasi/kantor/${encodeURIComponent(id)}`}>
            {name}
          </Link>
          <span className={classes.small}>
            {words.levels[level]} · {words.zones[timeZone] ?? timeZone} · {email ?? texts.place.noEmail}
          </span>
        </div>
        {id === made && <span className={classes.state}>{texts.made}</span>}
        {active === false && (
          <span className={classes.state} data-active={false}>
            {texts.inactive}
          </span>
        )}
        {level !== 'upt' && active !== false && (
          <Link
            className={classes.below}
            href={`/operasi/kantor/baru?di=${encodeURIComponent(id)}`}
            aria-label={texts.place.addBelow(name)}
          >
            <IconPlus size={18} aria-hidden />
            <span>{texts.place.short}</span>
          </Link>
        )}
      </div>
      {below.length > 0 && (
        <ul>
          {below.map((child) => (
            <Branch key={child.id} office={child} all={all} made={made} />
          ))}
        </ul>
      )}
    </li>
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
