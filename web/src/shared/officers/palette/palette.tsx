// The palette: whatever one wants to go to or do, by its words, from any page of officers. A combobox with its list.
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import { useOfficersTexts } from '../../../texts/officers.ts';
import { activeAfter } from '../../choosing/active-after.ts';
import { longest } from '../../forms/longest.ts';
import { Dialog } from '../frame/dialog.tsx';
import { choicesFor } from './choices.ts';
import type { Command } from './commands.ts';
import classes from './palette.module.css';
import { useOffered } from './use-offered.ts';

interface PaletteProps {
  /** What could be done where one was. */
  actions: readonly Command[];
  /** Gives once what was typed while this was still loading. */
  takeEarly: () => string;
  /** Closes it, and goes on with what was chosen. */
  onClose: (chosen?: Command) => void;
}

export default function Palette({ actions, takeEarly, onClose }: PaletteProps) {
  const { palette: texts } = useOfficersTexts();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const offered = useOffered(actions);
  const groups = useMemo(() => choicesFor({ typed, ...offered }), [typed, offered]);
  const commands = groups.flatMap((group) => group.commands);
  const optionId = (at: number) => `${listId}-${at}`;
  useEffect(() => {
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, active]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const next = activeAfter(event.key, active, commands.length);
    const chosen = event.key === 'Enter' ? commands[active] : undefined;
    if (next === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (next !== undefined) setActive(next);
    if (chosen) onClose(chosen);
  };
  return (
    <Dialog title={texts.title} onClose={() => onClose()}>
      <TextInput
        data-autofocus
        role="combobox"
        aria-label={texts.label}
        aria-autocomplete="list"
        aria-expanded={commands.length > 0}
        aria-controls={commands.length > 0 ? listId : undefined}
        aria-activedescendant={commands.length > 0 ? optionId(active) : undefined}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        placeholder={texts.label}
        leftSection={<IconSearch size={18} aria-hidden />}
        maxLength={longest.words}
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setActive(0);
        }}
        onFocus={() => {
          const early = takeEarly();
          if (early) setTyped((known) => early + known);
        }}
        onKeyDown={onKeyDown}
      />
      {commands.length > 0 && (
        <div id={listId} role="listbox" aria-label={texts.list} className={classes.list}>
          {groups.map(({ of, commands: some, from }) => (
            <div key={of} role="group" aria-label={texts.groups[of]}>
              <div aria-hidden className={classes.group}>
                {texts.groups[of]}
              </div>
              {some.map((command, n) => (
                <Option
                  key={command.id}
                  id={optionId(from + n)}
                  command={command}
                  active={from + n === active}
                  onChoose={onClose}
                />
              ))}
            </div>
          ))}
        </div>
      )}
      <p role="status" className={commands.length > 0 ? 'visually-hidden' : classes.none}>
        {commands.length > 0 ? texts.found(commands.length) : texts.none}
      </p>
    </Dialog>
  );
}

interface OptionProps {
  id: string;
  command: Command;
  active: boolean;
  onChoose: (chosen: Command) => void;
}

function Option({ id, command, active, onChoose }: OptionProps) {
  // By keys it is chosen from the field, which keeps the cursor.
  /* oxlint-disable jsx-a11y/click-events-have-key-events */
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      data-active={active || undefined}
      className={classes.option}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(command)}
    >
      <span>{command.label}</span>
      {command.hint !== undefined && (
        <kbd className="hint" aria-hidden>
          {command.hint}
        </kbd>
      )}
    </div>
  );
  /* oxlint-enable jsx-a11y/click-events-have-key-events */
}
