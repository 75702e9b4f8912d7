// The form's doings: its draft, its checks, sending it, and what the API found wrong.
import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { newKey } from '../../../api/client.ts';
import { keys } from '../../../api/keys.ts';
import type { Filing } from '../../../api/types.ts';
import { ApiProblem, asProblem, fieldError, problemIn } from '../../../api/problems.ts';
import { storedLanguage, type Texts, useTexts } from '../../../texts/texts.tsx';
import { rememberKey } from '../../access-keys.ts';
import { loadCarrier, sendFiles } from '../../../shared/attachments/later.tsx';
import { check, type Wrong } from '../check.ts';
import { type Draft, useDraft } from './draft.ts';
import { keepReceipt } from '../../receipt/receipt.ts';
import { ReceiptPage } from '../receipt-chunk.ts';
import { useAgain } from './use-again.ts';
import { useFiles } from './use-files.ts';
import { filingOf, pathOf, type Values } from '../../../shared/forms/filing.ts';
import { send } from '../../../shared/outbox/send.ts';

/** What hands a report over to the outbox, for those who wish it. */
const outbox = () => import('../../outbox/hand-over.ts');

export type Errors = Partial<Record<keyof Values, string>>;

function wordsOf(wrong: Wrong, { errors }: Texts['filing']): string {
  return typeof wrong === 'string' ? errors[wrong] : errors.tooLong(wrong.tooLong);
}

function ownErrors(values: Values, texts: Texts['filing']): Errors {
  return Object.fromEntries(
    Object.entries(check(values)).map(([field, wrong]) => [field, wordsOf(wrong, texts)]),
  );
}

/** The fields that the API names; what belongs to no field of ours is left to the problem itself. */
function errorsOf(problem: ApiProblem): Errors {
  const named = Object.entries(pathOf).map(([field, path]) => [field, fieldError(problem, path)]);
  return Object.fromEntries(named.filter(([, message]) => message !== undefined)) as Errors;
}

interface Attempt extends Draft {
  /** What an earlier attempt sent. */
  before: Draft['sent'];
  files: File[];
}

/** Who files is written to in the language of the page. */
const inLanguage = (body: Filing): Filing => ({ ...body, language: storedLanguage() });

/** First what is needed afterwards: the line may be lost as soon as the report has arrived. Throws an `ApiProblem`. */
async function attempt({ values, key, keep, sent, before, files }: Attempt) {
  const body = inLanguage(filingOf(values));
  if (keep)
    await outbox()
      .then(({ putAway }) => putAway({ key, body, sent: before, files }))
      .catch(() => {});
  await Promise.all([ReceiptPage.fetch(), files.length > 0 && loadCarrier()]).catch(() => {
    throw new ApiProblem('unreachable');
  });
  return send(body, key, sent);
}

/** What cannot be reached now is forgotten after its days. */
const letGo = (key: string) =>
  void outbox()
    .then(({ takeBack }) => takeBack(key))
    .catch(() => {});

/** Whether this is what went out and may have arrived: then it may be sent again without being asked for. */
const isSent = ({ values, sent }: Draft) =>
  sent !== null && JSON.stringify(filingOf(values)) === JSON.stringify(sent);

export function useFiling() {
  const { filing: texts } = useTexts();
  const [, navigate] = useLocation();
  const { draft, restored, keeps, change, changeNow, clear } = useDraft();
  const files = useFiles(draft, change);
  const [tried, setTried] = useState<readonly (keyof Values)[]>([]);
  const [fromApi, setFromApi] = useState<Errors>({});

  const sending = useMutation({
    mutationFn: attempt,
    onSuccess: ({ filed, earlier }, { key, keep, files: sent }) => {
      rememberKey(filed.number, filed.accessKey);
      const { title, reporter } = earlier ?? filingOf(draft.values);
      const email = reporter.email ?? null;
      keepReceipt({ ...filed, title, email, earlier: earlier !== undefined });
      if (keep)
        void outbox()
          .then(({ arrived }) => arrived(key, filed))
          .catch(() => {});
      const { number, accessKey } = filed;
      const onArrival = (file: File) =>
        void outbox()
          .then(({ fileArrived }) => fileArrived(key, file))
          .catch(() => {});
      const to = { number, accessKey, queryKey: keys.reportFiles(number) };
      void sendFiles({ ...to, onArrival: keep ? onArrival : undefined }, sent).catch(() => {});
      files.clear();
      clear();
      navigate('/lapor/terkirim', { replace: true });
    },
    onError: (error, { key, keep, before }) => {
      const problem = asProblem(error);
      setFromApi(errorsOf(problem));
      if (problem.uncertain) return;
      // Refused for good: this attempt filed nothing; one before it may have.
      if (keep) letGo(key);
      if (problem.code === 'idempotency-key-reused') change({ sent: null, key: newKey() });
      else change({ sent: before });
    },
  });
  const { isPending, error, mutate, reset } = sending;

  const post = () => {
    const before = draft.sent;
    mutate({ ...changeNow({ sent: before ?? filingOf(draft.values) }), before, files: files.files });
  };
  const waits = !isPending && (problemIn(error)?.uncertain ?? false) && isSent(draft);
  useAgain(waits, post);
  // Wished for before the page was closed.
  const wentOn = useRef(false);
  const goOn = useEffectEvent(() => {
    if (restored && draft.keep && isSent(draft) && !wentOn.current) post();
    wentOn.current = true;
  });
  useEffect(() => {
    if (!files.busy) goOn();
  }, [files.busy]);

  const own = Object.entries(ownErrors(draft.values, texts)) as [keyof Values, string][];
  const errors: Errors = {
    ...fromApi,
    ...Object.fromEntries(own.filter(([field]) => tried.includes(field))),
  };
  const set = (to: Partial<Values>) => {
    const rest = Object.entries(fromApi).filter(([field]) => !(field in to));
    setFromApi(Object.fromEntries(rest));
    change({ values: { ...draft.values, ...to } });
  };
  /** Of what one step asks: true when nothing of it is wrong. */
  const accept = (fields: readonly (keyof Values)[]): boolean => {
    setTried([...tried, ...fields]);
    return own.every(([field]) => !fields.includes(field));
  };
  const submit = (): boolean => {
    setTried(Object.keys(draft.values) as (keyof Values)[]);
    setFromApi({});
    if (isPending || files.busy || own.length > 0) return false;
    post();
    return true;
  };
  /** Also of what waits for the line already. */
  const setKeep = (keep: boolean) => {
    changeNow({ keep });
    files.keepNow(keep);
    const { key, sent } = draft;
    if (keep && waits && sent)
      void outbox()
        .then(({ putAway }) => putAway({ key, body: inLanguage(sent), sent: null, files: files.files }))
        .catch(() => {});
    if (!keep) letGo(key);
  };
  const restart = () => {
    if (draft.keep) letGo(draft.key);
    files.clear();
    clear();
    setTried([]);
    reset();
  };
  return {
    draft,
    restored,
    keeps,
    errors,
    files,
    isPending,
    error,
    waits,
    set,
    setKeep,
    accept,
    submit,
    restart,
  };
}

export type FilingForm = ReturnType<typeof useFiling>;
