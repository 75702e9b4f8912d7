// Opens the palette: by Ctrl + K (⌘ K) from wherever one is, or by its button, which a phone has, too.
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useOfficersTexts } from '../../../texts/officers.ts';
import { Part } from '../../page/error-boundary.tsx';
import { type Command, commandsNow } from './commands.ts';
import classes from './palette.module.css';
import '../frame/officers.css';

const Palette = lazy(() => import('./palette.tsx'));

/** By when the dialog has gone. */
const afterDialogMs = 50;
const isMac = /^Mac|^iP/.test(navigator.platform);

export function PaletteButton() {
  const { palette: texts } = useOfficersTexts();
  const [actions, setActions] = useState<readonly Command[]>();
  const before = useRef<Element>(null);
  const early = useRef('');
  const open = () => {
    before.current = document.activeElement;
    early.current = '';
    setActions(commandsNow());
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isAsked = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!isAsked || event.key.toLowerCase() !== 'k') return;
    // The browser would go to its own search.
    event.preventDefault();
    // A form that is being filled in is not left so.
    if (!document.querySelector('[role="dialog"]')) open();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  // Until the palette has the focus, what is typed waits for it: as shortcuts these letters would decide something.
  useEffect(() => {
    if (!actions) return undefined;
    const keep = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.activeElement?.closest('[role="dialog"]')) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape') setActions(undefined);
      if (event.key.length === 1) early.current += event.key;
    };
    document.addEventListener('keydown', keep, { capture: true });
    return () => document.removeEventListener('keydown', keep, { capture: true });
  }, [actions]);
  const takeEarly = () => {
    const typed = early.current;
    early.current = '';
    return typed;
  };
  const close = (chosen?: Command) => {
    setActions(undefined);
    setTimeout(() => {
      // Where one was, also for what is decided there; a page that comes takes the focus itself.
      if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
      chosen?.run();
    }, afterDialogMs);
  };
  return (
    <>
      <button
        type="button"
        className={classes.opener}
        aria-label={texts.open}
        aria-keyshortcuts="Control+K Meta+K"
        title={texts.open}
        onClick={open}
      >
        <IconSearch size={20} aria-hidden />
        <span>{texts.short}</span>
        <kbd className="hint" aria-hidden>
          {isMac ? '⌘ K' : 'Ctrl K'}
        </kbd>
      </button>
      {actions && (
        <Part>
          <Suspense>
            <Palette actions={actions} takeEarly={takeEarly} onClose={close} />
          </Suspense>
        </Part>
      )}
    </>
  );
}
