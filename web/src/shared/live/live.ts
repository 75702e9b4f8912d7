// Server-sent events, read by fetch so that an access key can go along; reconnects until told to stop.
import { useEffect, useEffectEvent, useState } from 'react';
import { askerHeaders } from '../../api/client.ts';
import { useOnline } from '../state/online.ts';

/** `waiting`: connecting for the first time. `disconnected`: ask again from time to time instead. */
export type LiveState = 'waiting' | 'connected' | 'disconnected';

/** A browser has six connections to a server for all its tabs: those that nobody looks at leave theirs. */
const unseenMs = 5_000;
/** The server says something every 15 s. */
const silenceMs = 40_000;
const longestPauseMs = 30_000;

/** A function: asked anew at each connecting. */
type Path = string | (() => string);

interface Stream {
  path: Path;
  headers: Record<string, string>;
  onEvent: (event: string, data: unknown) => void;
  onState: (state: LiveState) => void;
}

/** Follows a stream until the signal aborts. Gives up where the server refuses it. */
async function follow({ path, headers, onEvent, onState }: Stream, signal: AbortSignal): Promise<void> {
  for (let failures = 0; !signal.aborted; failures += 1) {
    const heard = (event: string, data: unknown) => {
      failures = 0;
      onState('connected');
      onEvent(event, data);
    };
    const refused = await readOnce(path, headers, signal, heard);
    if (signal.aborted) return;
    onState('disconnected');
    if (refused) return onEvent('refused', undefined);
    await pause(Math.min(longestPauseMs, 1_000 * 2 ** failures) * (0.5 + Math.random() / 2), signal);
  }
}

/** Reads until the stream ends; true when the server does not have it for us. */
async function readOnce(
  path: Path,
  headers: Record<string, string>,
  outer: AbortSignal,
  heard: Stream['onEvent'],
): Promise<boolean> {
  const stop = new AbortController();
  const cancel = () => stop.abort();
  let silence = setTimeout(cancel, silenceMs);
  try {
    const response = await fetch(typeof path === 'string' ? path : path(), {
      headers: { ...headers, accept: 'text/event-stream' },
      signal: AbortSignal.any([outer, stop.signal]),
    });
    if (!response.ok || !response.body) return response.status < 500 && response.status !== 429;
    const { createParser } = await import('eventsource-parser');
    const parser = createParser({
      onEvent: ({ event, data }) => heard(event ?? 'message', data ? JSON.parse(data) : undefined),
    });
    const text = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await text.read();
      if (done) return false;
      clearTimeout(silence);
      silence = setTimeout(cancel, silenceMs);
      parser.feed(value);
    }
  } catch {
    return false;
  } finally {
    clearTimeout(silence);
    cancel();
  }
}

/** Until the time is over or the signal aborts. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', go);
      resolve();
    };
    const timer = setTimeout(go, ms);
    signal.addEventListener('abort', go);
  });
}

/** Whether somebody may be looking at this tab, now or a moment ago. */
function useLookedAt(): boolean {
  const [lookedAt, setLookedAt] = useState(!document.hidden);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      clearTimeout(timer);
      if (document.hidden) timer = setTimeout(() => setLookedAt(false), unseenMs);
      else setLookedAt(true);
    };
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return lookedAt;
}

/**
 * Follows a stream while the component is there, the tab is looked at and there is a network. `onNews` is called at each
 * event; the first after each connecting is `ready`: something may have been missed, so ask the API again then.
 * `refused` is the last: so ask the API, which says why. `path` undefined: follows nothing.
 */
export function useLive(
  path: Path | undefined,
  accessKey: string | undefined,
  onNews: (event: string, data: unknown) => void,
): LiveState {
  const [state, setState] = useState<LiveState>('waiting');
  const news = useEffectEvent(onNews);
  const lookedAt = useLookedAt();
  const online = useOnline();
  useEffect(() => {
    if (path === undefined || !lookedAt || !online) return undefined;
    const stop = new AbortController();
    const onEvent = (event: string, data: unknown) => news(event, data);
    void follow({ path, headers: askerHeaders(accessKey), onEvent, onState: setState }, stop.signal);
    return () => stop.abort();
  }, [path, accessKey, lookedAt, online]);
  return online ? state : 'disconnected';
}
