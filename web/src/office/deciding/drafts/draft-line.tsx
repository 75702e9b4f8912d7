// How what was typed is kept, and what to do where two windows differ.
import { Button } from '@mantine/core';
import { Notice } from '../../../shared/messages/notice.tsx';
import { announce } from '../../../shared/messages/announcer.tsx';
import { SureButton } from '../../../shared/officers/sure-button.tsx';
import { useOfficeFormat } from '../../../texts/office-format.ts';
import { useOfficeTexts } from '../../../texts/office.ts';
import classes from '../deciding.module.css';
import type { useDraft } from './use-draft.ts';

type Drafting = ReturnType<typeof useDraft>;

export function DraftLine({ draft }: { draft: Drafting }) {
  const { editor } = useOfficeTexts().deciding;
  const { brief } = useOfficeFormat();
  const { state, savedAt } = draft;
  const words = {
    none: '',
    elsewhere: '',
    kept: editor.saving,
    failed: editor.failed,
    saved: savedAt ? editor.saved(brief(savedAt)) : '',
  }[state];
  return (
    <p className={classes.hint} data-state={state}>
      {words}
    </p>
  );
}

/** Throws the draft away, once sure. */
export function DiscardDraft({ draft }: { draft: Drafting }) {
  const { editor } = useOfficeTexts().deciding;
  if (draft.state === 'none') return null;
  return (
    <div className={classes.draft}>
      <p className={classes.hint}>{editor.yours}</p>
      <SureButton
        label={editor.discard}
        question={editor.discardSure}
        busy={false}
        onSure={() =>
          void draft.forget().then(
            () => announce(editor.discarded),
            () => undefined,
          )
        }
      />
    </div>
  );
}

/** Another window has changed the same draft: neither is written over unseen. */
export function Elsewhere({ draft }: { draft: Drafting }) {
  const { editor } = useOfficeTexts().deciding;
  if (draft.state !== 'elsewhere') return null;
  const theirs = [draft.theirs?.text, draft.theirs?.reason].filter(Boolean);
  return (
    <Notice tone="warn" title={editor.elsewhere} announce>
      <p>{theirs.length > 0 ? editor.elsewhereSays : editor.elsewhereNone}</p>
      {theirs.map((words) => (
        <blockquote key={words} className={classes.theirs}>
          {words}
        </blockquote>
      ))}
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => draft.settle(true)}>
          {editor.mine}
        </Button>
        <Button variant="default" onClick={() => draft.settle(false)}>
          {editor.theirs}
        </Button>
      </div>
    </Notice>
  );
}
