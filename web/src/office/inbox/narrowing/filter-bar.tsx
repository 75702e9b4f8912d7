// The filters of a list: search and the commonest in one line, the others behind a button, over the rows.
import { Button } from '@mantine/core';
import { IconFilter, IconFilterOff } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Empty } from '../../../shared/messages/states.tsx';
import type { useAddress, Values } from '../../../shared/state/address.ts';
import { useOfficeTexts } from '../../../texts/office.ts';
import { useUser } from '../../../session.tsx';
import { useColleagues } from '../../queries.ts';
import { FilterField } from './filter-field.tsx';
import { optionsOf } from './filter-options.ts';
import { deadlineNames, ledTo } from './filters.ts';
import { MineSwitch } from './mine-switch.tsx';
import classes from './narrowing.module.css';
import { SearchBox } from './search-box.tsx';

type State = ReturnType<typeof useAddress>;

interface FilterBarProps {
  names: readonly string[];
  state: State;
  /** Only where the list has the whole width. */
  roomy: boolean;
  /** From the search box on to the rows. */
  onLeave: (leaves: boolean) => void;
  /** Before and after the filters, in their line. */
  before?: ReactNode;
  after?: ReactNode;
}

/** The three about the deadline are one field. */
function fieldsOf(names: readonly string[], values: Values, level: string | undefined): string[] {
  const shown = names.filter(
    // An agency and what is below it have reports of one agency.
    (name) =>
      name !== 'q' &&
      (name !== 'agencyId' || level === 'national') &&
      (!ledTo.has(name) || values[name] !== undefined),
  );
  const deadline = new Set<string>(deadlineNames);
  return ['deadline', ...shown.filter((name) => !deadline.has(name))];
}

export function FilterBar({ names, state, roomy, onLeave, before, after }: FilterBarProps) {
  const texts = useOfficeTexts();
  const { inbox } = texts;
  const { values, change, clear, any } = state;
  const colleagues = useColleagues();
  const user = useUser();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const options = optionsOf({ texts, colleagues });
  const inLine = roomy ? ['kind', 'deadline'] : [];
  const hasMine = roomy && names.includes('assignee');
  const others = fieldsOf(names, values, user?.office.level).filter((name) => !inLine.includes(name));
  const set = new Set(others.flatMap((name) => (name === 'deadline' ? deadlineNames : [name])));
  const count = Object.keys(values).filter((name) => set.has(name)).length;
  const field = (name: string, line: boolean) => (
    <FilterField key={name} {...{ name, values, change }} options={options[name] ?? []} inLine={line} />
  );
  useEffect(() => {
    if (!open) return undefined;
    const close = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [open]);
  return (
    <search className={`${classes.bar} no-print`}>
      {before}
      <SearchBox
        label={inbox.filters.labels.q}
        value={values.q ?? ''}
        onChange={(q) => change({ q })}
        onLeave={onLeave}
      />
      {hasMine && <MineSwitch {...{ values, change }} />}
      {inLine.map((name) => field(name, true))}
      <Button
        ref={button}
        variant="default"
        size="xs"
        leftSection={<IconFilter size={16} aria-hidden />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {inbox.filters.more(count)}
      </Button>
      {after}
      {any && (
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconFilterOff size={16} aria-hidden />}
          onClick={clear}
        >
          {inbox.clear}
        </Button>
      )}
      {open && (
        <div className={classes.panel} role="group" aria-label={inbox.filters.more(0)}>
          {others.map((name) => field(name, false))}
        </div>
      )}
    </search>
  );
}

/** Instead of a list that the filters leave nothing of. */
export function NothingFits({ state: { any, clear } }: Pick<FilterBarProps, 'state'>) {
  const { inbox } = useOfficeTexts();
  return (
    <Empty icon={<IconFilterOff size={28} />} title={inbox.nothing}>
      <p>{inbox.nothingWhy}</p>
      {any && (
        <Button variant="default" onClick={clear}>
          {inbox.clear}
        </Button>
      )}
    </Empty>
  );
}
