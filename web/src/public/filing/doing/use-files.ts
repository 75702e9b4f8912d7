// The files that are to go after the report: photos made small, kept with the draft where that is wished.
import { useEffect, useRef, useState } from 'react';
import { choose } from '../../../shared/attachments/choose.ts';
import { madeSmall, useCarrier } from '../../../shared/attachments/later.tsx';
import { useTexts } from '../../../texts/texts.tsx';
import type { Draft } from './draft.ts';

const loadKept = () => import('../../../shared/outbox/kept.ts');

/** The photo itself, of one that was made small in this tab. */
export type Originals = ReadonlyMap<File, File>;

export function useFiles({ key, keep }: Draft, change: (to: Partial<Draft>) => void) {
  const { filing: texts } = useTexts();
  const [files, setFiles] = useState<File[]>([]);
  const [originals, setOriginals] = useState<Originals>(new Map());
  const [refused, setRefused] = useState<string[]>([]);
  const [busy, setBusy] = useState(keep);
  useCarrier();

  // What the browser does not keep is chosen again, as the page says.
  const write = (next: File[]) =>
    void loadKept()
      .then(({ keepDraftFiles }) => keepDraftFiles(key, next))
      .catch(() => {});
  // Of what was chosen last: a photo is made small while another one is left out.
  const latest = useRef(files);
  const set = (next: File[]) => {
    latest.current = next;
    setFiles(next);
    change({ fileNames: next.map(({ name }) => name) });
    if (keep) write(next);
  };

  const [found] = useState({ key, keep });
  useEffect(() => {
    if (!found.keep) return;
    loadKept()
      .then(({ draftFiles }) => draftFiles(found.key))
      .then((kept) => {
        if (latest.current.length > 0) return;
        latest.current = kept;
        setFiles(kept);
      })
      .catch(() => {})
      .finally(() => setBusy(false));
  }, [found]);

  const add = async (chosen: File[]) => {
    setBusy(true);
    const small = await madeSmall(chosen);
    setBusy(false);
    const outcome = choose(latest.current, small, texts);
    setRefused(outcome.refused);
    const found = small.map((file, n) => [file, chosen[n] ?? file] as const);
    setOriginals(new Map([...originals, ...found.filter(([file, original]) => file !== original)]));
    set(outcome.files);
  };
  const remove = (file: File) => set(files.filter((other) => other !== file));
  /** As it was taken, where every detail counts. */
  const takeOriginal = (file: File) => {
    const outcome = choose(
      files.filter((other) => other !== file),
      [originals.get(file) ?? file],
      texts,
    );
    setRefused(outcome.refused);
    if (outcome.refused.length === 0) set(outcome.files);
  };
  const clear = () => {
    latest.current = [];
    setFiles([]);
    if (keep) write([]);
  };
  return {
    files,
    originals,
    refused,
    busy,
    add,
    remove,
    takeOriginal,
    clear,
    keepNow: (kept: boolean) => write(kept ? files : []),
  };
}
