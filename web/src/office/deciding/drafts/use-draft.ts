// What was typed for a decision: at once in the tab, a moment later on the server, for another window or another PC (decision 36).
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { OfficeAction } from '../../../../../sop/terms.ts';
import { ask } from '../../../api/client.ts';
import { complaintPath } from '../../../api/paths.ts';
import type { Draft, Drafts } from '../../../api/types.ts';
import { useUser } from '../../../session.tsx';
import { officeKeys } from '../../keys.ts';
import { noWords, type Words } from '../words.ts';
import { isTyped, type LocalDraft, useLocalDraft, useTypedHere } from './local-draft.ts';

/** After the last key. */
const restMs = 800;
/** After it could not be saved. */
const againMs = 5_000;

/** Saving and sending wait for each other: what is saved late would be a draft of what was sent. */
export const draftScope = (number: string) => ({ id: `draft ${number}` });

/** What one is writing about a report. */
export function draftsQuery(number: string) {
  return queryOptions({
    queryKey: officeKeys.drafts(number),
    queryFn: ({ signal }) => ask<Drafts>(`${complaintPath(number)}/drafts`, { signal }),
  });
}

function useDrafts(number: string) {
  return useQuery({ ...draftsQuery(number), enabled: useUser()?.role === 'admin' });
}

/** Tells whether something was typed for a decision before, in this tab or elsewhere. */
export function useDrafted(number: string): (action: OfficeAction) => boolean {
  const { data } = useDrafts(number);
  const typedHere = useTypedHere(number);
  return (action) =>
    typedHere(action) || (data?.items.some((one) => one.action === action && isTyped(one.words)) ?? false);
}

/** `kept`: in the tab, on the way to the server. `elsewhere`: another window has changed or sent it meanwhile. */
export type DraftState = 'none' | 'kept' | 'saved' | 'failed' | 'elsewhere';

function isOvertaken({ base }: LocalDraft, kept: Draft | undefined): boolean {
  return kept ? kept.version > base : base > 0;
}

function isSame(words: Words, kept: Draft | undefined): boolean {
  return (Object.keys(noWords) as (keyof Words)[]).every((name) => words[name] === (kept?.words[name] ?? ''));
}

/** That of the tab, unless the server has a later one and nothing was typed here since. */
function draftNow(local: LocalDraft | null, kept: Draft | undefined): LocalDraft {
  const theirs = { words: kept?.words ?? noWords, base: kept?.version ?? 0, saved: true };
  if (!local) return theirs;
  return isOvertaken(local, kept) && (local.saved || isSame(local.words, kept)) ? theirs : local;
}

/** The words, how to change, save and forget them, and how they are kept. Each officer has their own. */
export function useDraft(number: string, action: OfficeAction) {
  const client = useQueryClient();
  const { data, isSuccess } = useDrafts(number);
  const kept = data?.items.find((one) => one.action === action);
  const [local, setLocal] = useLocalDraft(number, action);
  // Until the server has told what it keeps, what the tab has is all there is.
  const now = isSuccess ? draftNow(local, kept) : (local ?? draftNow(null, undefined));
  const path = `${complaintPath(number)}/drafts/${action}`;
  const put = (draft: Draft | undefined) =>
    client.setQueryData<Drafts>(officeKeys.drafts(number), (before) => {
      const others = before?.items.filter((one) => one.action !== action) ?? [];
      return { items: draft ? [...others, draft] : others, next: null };
    });
  const save = useMutation({
    scope: draftScope(number),
    mutationFn: ({ words, base }: LocalDraft) =>
      ask<Draft>(path, { method: 'PUT', body: { words, version: base } }),
    onSuccess: (draft, sent) => {
      put(draft);
      if (kept?.refused) void client.invalidateQueries({ queryKey: officeKeys.sendings });
      // What was typed meanwhile goes over what has just been saved.
      setLocal((before) => before && { ...before, base: draft.version, saved: before.words === sent.words });
    },
    onError: () => client.invalidateQueries({ queryKey: officeKeys.drafts(number) }),
  });
  const { isPending, isError, mutate } = save;
  const differs = !now.saved && isOvertaken(now, kept);
  const [hushed, hush] = useState(false);
  // An office that was picked is no draft; of one that is there every change is kept.
  const worth = kept !== undefined || isTyped(now.words);
  const waits = isSuccess && worth && !hushed && !isPending && !now.saved && !differs;
  useEffect(() => {
    if (!waits || !local) return undefined;
    const timer = setTimeout(() => mutate(local), isError ? againMs : restMs);
    return () => clearTimeout(timer);
  }, [waits, local, isError, mutate]);
  const leave = useEffectEvent(() => {
    if (waits && local) mutate(local);
  });
  useEffect(() => () => leave(), []);
  const stateOf = (): DraftState => {
    if (now.saved) return isTyped(now.words) ? 'saved' : 'none';
    if (isSuccess && differs) return 'elsewhere';
    if (!worth) return 'none';
    return isError ? 'failed' : 'kept';
  };
  return {
    words: now.words,
    state: stateOf(),
    savedAt: kept?.savedAt,
    /** What the server keeps. */
    theirs: kept?.words,
    change: (next: Partial<Words>) =>
      setLocal((before) => {
        const { words, base } = isSuccess ? draftNow(before, kept) : (before ?? now);
        return { words: { ...words, ...next }, base, saved: false };
      }),
    /** While it is being sent nothing of it is saved: that would come after it. */
    hush,
    /** It stands by to be sent. */
    standBy: (draft: Draft) => {
      setLocal(() => null);
      put(draft);
    },
    /** Of two that differ: that of this window, or the one on the server. */
    settle: (mine: boolean) =>
      setLocal((before) => (mine && before ? { ...before, base: kept?.version ?? 0 } : null)),
    /** It was sent, or is not wanted. */
    forget: async () => {
      setLocal(() => null);
      put(undefined);
      if (!kept) return;
      await ask<void>(path, { method: 'DELETE' });
      if (kept.refused) await client.invalidateQueries({ queryKey: officeKeys.sendings });
    },
  };
}
