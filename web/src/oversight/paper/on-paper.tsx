// The page on two sheets of A4: a button for it, and who printed it when.
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { LiveBadge } from '../../shared/live/live-badge.tsx';
import type { LiveState } from '../../shared/live/live.ts';
import classes from '../../shared/officers/officers.module.css';
import { useCommands } from '../../shared/officers/palette/commands.ts';
import { useUser } from '../../session.tsx';
import { useFormat } from '../../texts/format.ts';
import { useBriefTexts } from '../../texts/oversight.ts';
import paper from './on-paper.module.css';

/** Only the page's own style reaches the size and the margins of a sheet. */
const sheet = `@page {
  size: A4;
  margin: 12mm;
  font: 8pt sans-serif;
  @bottom-right { content: counter(page) " / " counter(pages); }
}`;

function PrintButton() {
  const texts = useBriefTexts();
  const print = () => window.print();
  useCommands(() => [{ id: 'print', label: texts.print, run: print }]);
  return (
    <Button
      variant="default"
      className="no-print"
      leftSection={<IconPrinter size={18} aria-hidden />}
      onClick={print}
    >
      {texts.print}
    </Button>
  );
}

/** Right of the heading. */
export function PageActions({ live }: { live: LiveState }) {
  return (
    <div className={classes.buttons}>
      <PrintButton />
      <LiveBadge state={live} />
    </div>
  );
}

/** Stands on paper alone. */
export function OnPaper() {
  const texts = useBriefTexts();
  const { moment } = useFormat();
  const user = useUser();
  const [at, setAt] = useState(() => new Date().toISOString());
  useEffect(() => {
    // At once: the page is drawn for the paper as soon as this returns.
    const before = () => flushSync(() => setAt(new Date().toISOString()));
    window.addEventListener('beforeprint', before);
    return () => window.removeEventListener('beforeprint', before);
  }, []);
  return (
    <>
      <style>{sheet}</style>
      <p className={paper.onPaper}>{texts.printed(moment(at), user?.name ?? '', user?.office.name ?? '')}</p>
    </>
  );
}
