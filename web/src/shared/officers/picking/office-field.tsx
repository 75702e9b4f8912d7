// The field in which an office is chosen, everywhere: found by words, by short forms, from those chosen of late, by one key.
import { TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { Office } from '../../../api/types.ts';
import { useOfficersTexts } from '../../../texts/officers.ts';
import { useTexts } from '../../../texts/texts.tsx';
import { chainAbove } from '../office-tree.ts';
import { useOfficeName, useOffices } from '../offices.ts';
import classes from './office-field.module.css';
import { OfficeList, optionId } from './office-list.tsx';
import type { Suggestions } from './suggestions.ts';
import { usePicking } from './use-picking.ts';

interface OfficeFieldProps {
  label: string;
  /** Those that may be chosen, in the order in which they are shown; undefined: they are still being asked for. */
  offices: readonly Office[] | undefined;
  /** The id of the one that is chosen; empty: none. */
  value: string;
  onChange: (id: string) => void;
  /** The words for choosing none, such as "all"; without them one has to be chosen. */
  none?: string | undefined;
  description?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  className?: string | undefined;
  /** Instead of "none fits" where there is none at all. */
  empty?: string;
  /** From the record, shown first; null: still being asked for. */
  suggestions?: Suggestions | undefined | null;
  /** Says at offices where nobody sits that a report would wait there. */
  warns?: boolean;
}

const noSuggestions: Suggestions = { title: '', items: [] };

export function OfficeField(props: OfficeFieldProps) {
  const { label, offices, value, onChange, none, empty, suggestions = noSuggestions, warns = false } = props;
  const { picking } = useOfficersTexts();
  const { shell } = useTexts();
  const nameOf = useOfficeName();
  const listId = useId();
  const place = useRef<HTMLDivElement>(null);
  const chosen = offices?.find(({ id }) => id === value);
  const pick = usePicking({
    offices: offices ?? [],
    value,
    onChange,
    none,
    suggested: suggestions?.items.map(({ officeId }) => officeId),
    name: value === '' ? '' : (chosen?.name ?? nameOf(value)),
  });
  const { isOpen, active } = pick;
  const hasList = isOpen && pick.size > 0 && !pick.isAwaited;
  useEffect(() => {
    // Also once what it waited for is there: then it is longer.
    if (!isOpen || (!hasList && active >= 0)) return;
    const list = place.current?.querySelector('[data-list]');
    const one = document.getElementById(optionId(listId, active));
    (one ?? list)?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, hasList, active, listId]);
  const about = useAbout(offices ?? [], suggestions ?? noSuggestions, warns);
  const nothing =
    offices && suggestions !== null ? (offices.length === 0 ? empty : undefined) : shell.loading;
  return (
    <div ref={place} className={`${classes.place} ${props.className ?? ''}`}>
      <TextInput
        label={label}
        description={props.description}
        error={props.error}
        required={props.required ?? false}
        withAsterisk={false}
        placeholder={none ?? picking.pick}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={hasList}
        aria-controls={hasList ? listId : undefined}
        aria-activedescendant={hasList && active >= 0 ? optionId(listId, active) : undefined}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        // Escape closes the list, and not the dialog around it.
        data-mantine-stop-propagation={isOpen || undefined}
        rightSection={<IconChevronDown size={16} aria-hidden />}
        rightSectionPointerEvents="none"
        value={pick.text}
        onChange={({ currentTarget }) => pick.type(currentTarget.value)}
        onFocus={({ currentTarget }) => {
          currentTarget.select();
          pick.open();
        }}
        onClick={pick.open}
        onBlur={pick.close}
        onKeyDown={pick.onKeyDown}
      />
      {isOpen && (
        <div data-list className={classes.drop}>
          {hasList ? (
            <OfficeList
              id={listId}
              label={label}
              groups={pick.groups}
              none={pick.hasNone ? none : undefined}
              size={pick.size}
              active={active}
              value={value}
              hasKeys={pick.hasKeys}
              title={(of) => {
                if (pick.isSought || pick.groups.length === 1) return undefined;
                return of === 'suggested' ? suggestions?.title : picking.groups[of];
              }}
              about={about}
              onChoose={pick.choose}
              onEnd={pick.more}
            />
          ) : (
            <p>{nothing ?? picking.none}</p>
          )}
          {hasList && (
            <p aria-hidden className={classes.hint}>
              {pick.hasKeys ? picking.hintKeys : picking.hint}
            </p>
          )}
        </div>
      )}
      <span role="status" className="visually-hidden">
        {isOpen && pick.isSought && (pick.found === 0 ? picking.none : picking.found(pick.found))}
      </span>
    </div>
  );
}

/** What is said below the name of an office: where it is, if they are not all at one place, and what the record knows. */
function useAbout(offices: readonly Office[], { items }: Suggestions, warns: boolean) {
  const { picking } = useOfficersTexts();
  const { data: all = [] } = useOffices();
  const isScattered = new Set(offices.map(({ parentId }) => parentId)).size > 1;
  return (office: Office) => {
    const above = isScattered
      ? chainAbove(all, office.parentId ?? '').filter(({ level }) => level !== 'national')
      : [];
    const said = items.find(({ officeId }) => officeId === office.id);
    return (
      <>
        {above.length > 0 && (
          <span className={classes.about}>
            {above
              .toReversed()
              .map(({ name }) => name)
              .join(' › ')}
          </span>
        )}
        {said && (
          <span className={classes.about} data-against={said.against}>
            {said.reason}
          </span>
        )}
        {warns && office.officers === 0 && (
          <span className={classes.about} data-against>
            {picking.unstaffed}
          </span>
        )}
      </>
    );
  };
}
