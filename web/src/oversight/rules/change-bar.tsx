// What is not saved yet, and what comes next: merge, preview, save.
import { Button } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { asProblem } from '../../api/problems.ts';
import type { RulesChanged } from '../../api/types.ts';
import { announce } from '../../shared/messages/announcer.tsx';
import { Notice } from '../../shared/messages/notice.tsx';
import { Failed } from '../../shared/messages/states.tsx';
import { focusWrong } from '../../shared/forms/focus-wrong.ts';
import { useRulesTexts } from '../../texts/oversight.ts';
import classes from './change-bar.module.css';
import { Moves } from './moves.tsx';
import type { DraftState } from './use-draft.ts';
import { useLeaveWarning } from './use-leave-warning.ts';

interface ChangeBarProps<T, Body> {
  draft: DraftState<T>;
  body: Body;
  /** One line a change. */
  changes: string[];
  /** False when a field is wrong; it is marked then. */
  check: () => boolean;
  preview: UseMutationResult<RulesChanged, Error, Body>;
  save: UseMutationResult<RulesChanged, Error, Body>;
}

export function ChangeBar<T, Body>({ draft, body, changes, check, preview, save }: ChangeBarProps<T, Body>) {
  const texts = useRulesTexts();
  const panel = useRef<HTMLElement>(null);
  const shown = preview.data && JSON.stringify(preview.variables) === JSON.stringify(body);
  const previewed = shown ? preview.data : undefined;
  useEffect(() => {
    if (previewed) panel.current?.focus();
  }, [previewed]);
  useLeaveWarning(draft.dirty);
  if (!draft.dirty) return null;
  const problem = save.error ?? preview.error;
  const isConflict = draft.conflict && !save.isPending;
  const hidden = problem && asProblem(problem).code === 'rules-changed';
  const look = () => {
    save.reset();
    preview.reset();
    if (check()) preview.mutate(body, { onError: () => focusWrong() });
    else {
      announce(texts.check);
      focusWrong();
    }
  };
  const merge = () => {
    preview.reset();
    save.reset();
    draft.rebase();
    announce(texts.merged);
  };
  const drop = () => {
    preview.reset();
    save.reset();
    draft.drop();
  };
  return (
    <div className={classes.bar}>
      {isConflict && (
        <Notice tone="warn" title={texts.conflict} announce>
          <p>{texts.conflictWhy}</p>
          <Button onClick={merge}>{texts.merge}</Button>
        </Notice>
      )}
      {problem && !hidden && <Failed error={problem} />}
      {previewed && !isConflict ? (
        <Moves
          ref={panel}
          changed={previewed}
          saving={save.isPending}
          onSave={() => save.mutate(body)}
          onBack={preview.reset}
        />
      ) : (
        <div className={classes.pending}>
          <div className={classes.what}>
            <p className={classes.count}>{texts.changes(changes.length)}</p>
            {draft.restored && <p>{texts.restored}</p>}
            <ul>
              {changes.slice(0, 6).map((change) => (
                <li key={change}>{change}</li>
              ))}
              {changes.length > 6 && <li>…</li>}
            </ul>
          </div>
          <div className={classes.buttons}>
            <Button variant="default" onClick={drop}>
              {texts.drop}
            </Button>
            {!isConflict && (
              <Button loading={preview.isPending} onClick={look}>
                {texts.preview}
              </Button>
            )}
          </div>
        </div>
      )}
    </div>
  );
}
