// The language that an officer reads is kept with the account: notices and mails are written in it, also when nobody looks.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type Language, usualLanguage } from '../../../../sop/texts/language.ts';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { Choices, Session } from '../../api/types.ts';
import { useUser } from '../../session.tsx';
import { useLanguage } from '../../texts/texts.tsx';
import { stored } from './stored.ts';

/** The account's, as this browser saw it last: what differs from it was changed here, or elsewhere. */
const seen = stored('tuntas.account-language');

/**
 * Brings console and account together: what was switched here is saved, what was saved elsewhere is spoken. All that is on
 * the page is asked for again then: notices, and what the system noted by itself, are in the account's language.
 */
export function useKeptLanguage(): void {
  const user = useUser();
  const { language, speak } = useLanguage();
  const client = useQueryClient();
  const { mutate, isPending, isError, variables } = useMutation({
    mutationFn: (chosen: Language) =>
      ask<Choices>('/v1/notification-choices', { method: 'PUT', body: { language: chosen } }),
    // What was asked before it would come back with the language of before.
    onMutate: () => client.cancelQueries({ queryKey: keys.session }),
    onSuccess: ({ language: saved }) => {
      if (user) seen.write(markOf(user.username, saved));
      client.setQueryData<Session>(
        keys.session,
        (session) => session && { ...session, user: { ...session.user, language: saved } },
      );
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.session[0] });
    },
  });
  const [username, saved] = [user?.username, user?.language];
  useEffect(() => {
    // Whoever switches again meanwhile is saved next; what could not be saved is not tried again and again.
    if (username === undefined || saved === undefined || isPending) return;
    if (isError && variables === language) return;
    const mark = markOf(username, saved);
    if ((saved ?? usualLanguage) === language) seen.write(mark);
    else if (saved !== null && seen.read() !== mark) void speak(saved);
    else mutate(language);
  }, [username, saved, language, isPending, isError, variables, speak, mutate]);
}

function markOf(username: string, language: Language | null): string {
  return `${username}:${language}`;
}
