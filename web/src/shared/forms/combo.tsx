// A field with what fits below it: a combobox with a list (ARIA authoring practices). What is typed may stand, too, or only finds.
import { TextInput } from '@mantine/core';
import { IconSelector } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { activeAfter } from '../choosing/active-after.ts';
import classes from './combo.module.css';

export interface ComboOption {
  key: string;
  name: string;
  about?: string | null | undefined;
  /** How far below others it stands. */
  depth?: number;
}

interface ComboProps {
  id?: string | undefined;
  name?: string | undefined;
  label: string;
  description?: string | undefined;
  error?: string | undefined;
  value: string;
  maxLength: number;
  options: readonly ComboOption[];
  /** How many were found, or that they are being looked for. */
  status: string;
  /** Whether the status is read by all, or heard only. */
  statusSeen?: boolean;
  /** One of the options stands in it, or these words for none: what is typed takes its place and only finds, Enter the first that is found. */
  none?: string;
  onType: (text: string) => void;
  onChoose: (option: ComboOption) => void;
  onLeave?: () => void;
}

export function Combo(props: ComboProps) {
  const {
    id,
    name,
    label,
    description,
    error,
    value,
    maxLength,
    options,
    status,
    statusSeen = false,
    none,
  } = props;
  const finds = none !== undefined;
  const listId = useId();
  const ownId = useId();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const hasList = isOpen && options.length > 0;
  const optionId = (at: number) => `${listId}-${at}`;
  const choose = (option: ComboOption) => {
    setOpen(false);
    setActive(-1);
    props.onChoose(option);
  };
  const move = (next: number) => {
    setOpen(true);
    setActive(next);
    requestAnimationFrame(() =>
      document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' }),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const option = hasList ? options[active] : undefined;
    const next = activeAfter(event.key, active, options.length);
    if (next !== undefined) move(next);
    else if (event.key === 'Escape' && hasList) setOpen(false);
    else if (event.key === 'Enter' && option) choose(option);
    // Enter never sends the form while there is something to choose from, nor words that were to find something.
    else if (event.key !== 'Enter' || !(hasList || (finds && isOpen))) return;
    event.preventDefault();
    event.stopPropagation();
  };
  /* oxlint-disable jsx-a11y/click-events-have-key-events -- By keys it is chosen from the field, which keeps the cursor. */
  const list = options.map((option, at) => (
    <div
      key={option.key}
      id={optionId(at)}
      role="option"
      tabIndex={-1}
      aria-selected={at === active}
      data-active={at === active || undefined}
      data-depth={option.depth}
      className={classes.option}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => choose(option)}
    >
      <span>{option.name}</span>
      {option.about && <span className={classes.about}>{option.about}</span>}
    </div>
  ));
  /* oxlint-enable jsx-a11y/click-events-have-key-events */
  return (
    <div className={classes.place}>
      <TextInput
        id={id ?? ownId}
        {...(name && { name })}
        label={label}
        description={description}
        error={error}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={hasList}
        aria-controls={hasList ? listId : undefined}
        aria-activedescendant={hasList && active >= 0 ? optionId(active) : undefined}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        placeholder={none}
        rightSection={finds && <IconSelector size={18} aria-hidden />}
        rightSectionPointerEvents="none"
        onFocus={({ currentTarget }) => finds && currentTarget.select()}
        maxLength={maxLength}
        value={value}
        onChange={({ currentTarget }) => {
          setOpen(true);
          setActive(finds && currentTarget.value.trim() !== '' ? 0 : -1);
          props.onType(currentTarget.value);
        }}
        onClick={() => setOpen(true)}
        onBlur={() => {
          setOpen(false);
          props.onLeave?.();
        }}
        onKeyDown={onKeyDown}
      />
      {hasList && (
        <div id={listId} role="listbox" aria-label={label} className={classes.list}>
          {list}
        </div>
      )}
      <p role="status" className={statusSeen ? classes.hint : 'visually-hidden'}>
        {isOpen && status}
      </p>
    </div>
  );
}
