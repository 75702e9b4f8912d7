// The form's doings: its draft, its checks, sending it, and what the API found wrong.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { newKey } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { type ApiProblem, asProblem, fieldError } from '../../api/problems.ts';
import { type Texts, useTexts } from '../../texts/texts.tsx';
import { rememberKey } from '../access-keys.ts';
import { choose } from '../../shared/attachments/choose.ts';
import { addUploads } from '../../shared/attachments/uploads.ts';
import { check, type Wrong } from './check.ts';
import { type Draft, useDraft } from './draft.ts';
import { keepReceipt } from '../receipt/receipt.ts';
import { send } from './send.ts';
import { filingOf, pathOf, type Values } from '../../shared/forms/filing.ts';

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
}

export function useFiling() {
  const { filing: texts } = useTexts();
  const [, navigate] = useLocation();
  const { draft, restored, keeps, change, changeNow, clear } = useDraft();
  const [files, setFiles] = useState<File[]>([]);
  const [refused, setRefused] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const [fromApi, setFromApi] = useState<Errors>({});

  const sending = useMutation({
    mutationFn: ({ values, key, sent }: Attempt) => send(filingOf(values), key, sent),
    onSuccess: ({ filed, earlier }) => {
      rememberKey(filed.number, filed.accessKey);
      const { title, reporter } = earlier ?? filingOf(draft.values);
      const email = reporter.email ?? null;
      keepReceipt({ ...filed, title, email, earlier: earlier !== undefined });
      const { number, accessKey } = filed;
      addUploads({ number, accessKey, queryKey: keys.reportFiles(number) }, files);
      clear();
      navigate('/lapor/terkirim', { replace: true });
    },
    onError: (error, { before }) => {
      const problem = asProblem(error);
      setFromApi(errorsOf(problem));
      // Refused for good: this attempt filed nothing; one before it may have.
      if (problem.code === 'idempotency-key-reused') change({ sent: null, key: newKey() });
      else if (!problem.uncertain) change({ sent: before });
    },
  });

  const errors: Errors = { ...fromApi, ...(tried && ownErrors(draft.values, texts)) };
  const set = (to: Partial<Values>) => {
    const rest = Object.entries(fromApi).filter(([field]) => !(field in to));
    setFromApi(Object.fromEntries(rest));
    change({ values: { ...draft.values, ...to } });
  };
  const submit = (): boolean => {
    setTried(true);
    setFromApi({});
    if (sending.isPending || Object.keys(check(draft.values)).length > 0) return false;
    const before = draft.sent;
    sending.mutate({ ...changeNow({ sent: before ?? filingOf(draft.values) }), before });
    return true;
  };
  const setChosen = (next: File[]) => {
    setFiles(next);
    change({ fileNames: next.map(({ name }) => name) });
  };
  const addFiles = (chosen: File[]) => {
    const outcome = choose(files, chosen, texts);
    setRefused(outcome.refused);
    setChosen(outcome.files);
  };
  const removeFile = (file: File) => setChosen(files.filter((other) => other !== file));
  const restart = () => {
    clear();
    setFiles([]);
    setTried(false);
    sending.reset();
  };
  const { isPending, error } = sending;
  return {
    draft,
    restored,
    keeps,
    errors,
    files,
    refused,
    isPending,
    error,
    set,
    submit,
    addFiles,
    removeFile,
    restart,
  };
}

export type FilingForm = ReturnType<typeof useFiling>;
