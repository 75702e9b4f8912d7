// "Rudi sedang membaca": beside the heading of a report, and as a mark in its row.
import { IconEye, IconPencil } from '@tabler/icons-react';
import { useOfficeTexts } from '../../texts/office.ts';
import { useUser } from '../../session.tsx';
import classes from './present.module.css';
import { type Person, usePeople } from './people.ts';

/** Who writes comes first. */
function useWords(people: readonly Person[]): string {
  const { presence } = useOfficeTexts().talk;
  const own = useUser()?.office.id;
  const said = (doing: Person['doing']) => {
    const names = people
      .filter((one) => one.doing === doing)
      .map(({ name, office }) => presence.who(name, office.id === own ? undefined : office.name));
    return names.length > 0 && presence[doing](names);
  };
  return [said('writing'), said('reading')].filter(Boolean).join(' · ');
}

function Icon({ people, size }: { people: readonly Person[]; size: number }) {
  const Shown = people.some(({ doing }) => doing === 'writing') ? IconPencil : IconEye;
  return <Shown size={size} aria-hidden />;
}

/** Takes its room also while nobody is there, so that nothing moves when somebody comes. */
export function Present({ number }: { number: string }) {
  const people = usePeople(number);
  const words = useWords(people);
  return (
    <p className={`${classes.present} no-print`} data-testid="present">
      {people.length > 0 && (
        <>
          <Icon people={people} size={16} />
          <span title={words}>{words}</span>
        </>
      )}
    </p>
  );
}

/** An item of the marks. */
export function PresentMark({ number }: { number: string }) {
  const people = usePeople(number);
  const words = useWords(people);
  if (people.length === 0) return null;
  return (
    <li title={words} data-present>
      <Icon people={people} size={16} />
      <span className="visually-hidden">{words}</span>
    </li>
  );
}
