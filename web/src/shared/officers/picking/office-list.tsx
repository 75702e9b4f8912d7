// The offices that may be chosen below their field: a listbox, in groups, each with what is known of it.
import type { ReactNode } from 'react';
import type { Office } from '../../../api/types.ts';
import type { Drawn, Group } from './groups.ts';
import classes from './office-field.module.css';

export interface OfficeListProps {
  id: string;
  label: string;
  groups: readonly Drawn[];
  /** Without an office; its place is before all of them. */
  none: string | undefined;
  /** How many there are, those that are not drawn included. */
  size: number;
  active: number;
  value: string;
  /** Whether a number key chooses. */
  hasKeys: boolean;
  title: (of: Group['of']) => string | undefined;
  /** Below the name. */
  about: (office: Office) => ReactNode;
  onChoose: (id: string) => void;
  onEnd: () => void;
}

export const optionId = (listId: string, at: number) => `${listId}-${at}`;

/** How far from the end of what is drawn more of it comes, in pixels. */
const nearEnd = 200;

export function OfficeList(props: OfficeListProps) {
  const { id, label, groups, none, active, value, hasKeys, title, about, onChoose, onEnd } = props;
  const before = none === undefined ? 0 : 1;
  // By keys it is chosen from the field, which keeps the cursor.
  /* oxlint-disable jsx-a11y/click-events-have-key-events */
  const option = (at: number, office: Office | undefined, key: number) => (
    <div
      key={office?.id ?? ''}
      id={optionId(id, at)}
      role="option"
      tabIndex={-1}
      aria-selected={value === (office?.id ?? '')}
      aria-setsize={props.size}
      aria-posinset={at + 1}
      data-active={at === active || undefined}
      className={classes.option}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(office?.id ?? '')}
    >
      <span className={classes.said}>
        <span>{office ? office.name : none}</span>
        {office && about(office)}
      </span>
      {hasKeys && office && key <= 9 && (
        <kbd aria-hidden className={classes.key}>
          {key}
        </kbd>
      )}
    </div>
  );
  /* oxlint-enable jsx-a11y/click-events-have-key-events */
  return (
    <div
      id={id}
      role="listbox"
      aria-label={label}
      className={classes.list}
      onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
        if (scrollTop + clientHeight > scrollHeight - nearEnd) onEnd();
      }}
    >
      {none !== undefined && option(0, undefined, 0)}
      {groups.map(({ of, offices, from }) => {
        const called = title(of);
        const drawn = offices.map((office, n) => option(before + from + n, office, from + n + 1));
        if (called === undefined) return drawn;
        return (
          <div key={of} role="group" aria-label={called}>
            <div aria-hidden className={classes.group}>
              {called}
            </div>
            {drawn}
          </div>
        );
      })}
    </div>
  );
}
