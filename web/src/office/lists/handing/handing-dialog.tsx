// To whom reports are handed: each colleague with what they have in hand already; one press does it.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Handed, Item } from '../../../api/types.ts';
import { Notice } from '../../../shared/messages/notice.tsx';
import { Failed, Pending } from '../../../shared/messages/states.tsx';
import { useOfficeTexts } from '../../../texts/office.ts';
import { useTexts } from '../../../texts/texts.tsx';
import form from '../../deciding/deciding.module.css';
import { Dialog } from '../../../shared/officers/frame/dialog.tsx';
import classes from './handing.module.css';
import { isGood, useHanding } from './use-handing.ts';
import { useLoads } from './use-loads.ts';

interface HandingDialogProps {
  items: readonly Pick<Item, 'number' | 'title'>[];
  /** Gets the numbers of those that were handed over. */
  onClose: (handed: ReadonlySet<string>) => void;
}

const none: ReadonlySet<string> = new Set();

export function HandingDialog({ items: given, onClose }: HandingDialogProps) {
  const { handing: texts } = useOfficeTexts().finding;
  const { frame } = useOfficeTexts();
  const asked = useLoads();
  // The list goes on meanwhile.
  const [items] = useState(given);
  const [results, setResults] = useState<Handed['items']>();
  const { hand, send } = useHanding();
  const numbersOf = (all: Handed['items']) => new Set(all.filter(isGood).map(({ number }) => number));
  const onHanded = (all: Handed['items']) => {
    if (all.every(isGood)) onClose(numbersOf(all));
    else setResults(all);
  };
  const close = () => onClose(results ? numbersOf(results) : none);
  return (
    <Dialog title={texts.title(items.length)} onClose={close}>
      {results ? (
        <Results results={results} items={items} onClose={close} />
      ) : (
        <div className={form.form}>
          <Pending asked={asked} />
          <ul className={classes.people} aria-label={texts.to}>
            {asked.data?.items.map((load, at) => (
              <li key={load.username}>
                <button
                  type="button"
                  className={classes.person}
                  disabled={send.isPending}
                  data-autofocus={at === 0 || undefined}
                  onClick={() => hand(items, load, onHanded)}
                >
                  <span>{load.name ?? texts.nobody}</span>
                  <span className={classes.load} data-late={load.late > 0}>
                    {texts.load(load.held, load.late)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {send.error && <Failed error={send.error} />}
          <div className={form.buttons}>
            <Button variant="default" onClick={close}>
              {frame.cancel}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

interface ResultsProps {
  results: Handed['items'];
  items: HandingDialogProps['items'];
  onClose: () => void;
}

function Results({ results, items, onClose }: ResultsProps) {
  const { finding, frame } = useOfficeTexts();
  const { handing: texts } = finding;
  const { problems } = useTexts();
  const bad = results.filter((one) => !isGood(one));
  const titleOf = (wanted: string) => items.find(({ number }) => number === wanted)?.title;
  return (
    <div className={form.form}>
      <Notice tone="warn" title={texts.failed(results.length - bad.length, bad.length)} announce />
      <ul className={form.results} aria-label={texts.list}>
        {bad.map(({ number, code, title }) => (
          <li key={number} data-good={false}>
            <span>
              {number} · {titleOf(number)}
              <p>{problems[code ?? ''] ?? title}</p>
            </span>
          </li>
        ))}
      </ul>
      <div className={form.buttons}>
        <Button onClick={onClose} data-autofocus>
          {frame.close}
        </Button>
      </div>
    </div>
  );
}
