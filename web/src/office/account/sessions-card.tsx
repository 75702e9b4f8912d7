// Where one is signed in: each browser and program, and how to end it.
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import type { OpenSession } from '../../api/types.ts';
import { useSignOut } from '../../session.tsx';
import { announce } from '../../shared/messages/announcer.tsx';
import card from '../../shared/page/card.module.css';
import { Failed, Pending } from '../../shared/messages/states.tsx';
import { useOfficeTexts } from '../../texts/office.ts';
import { useSignInTexts } from '../../texts/form/sign-in.ts';
import { useOfficeFormat } from '../../texts/office-format.ts';
import classes from '../forms.module.css';
import { officeKeys } from '../keys.ts';

function SessionRow({ session }: { session: OpenSession }) {
  const { account } = useOfficeTexts().desk;
  const { moment } = useOfficeFormat();
  const client = useQueryClient();
  const { id, device, kind, since, seenAt, current } = session;
  const name = device ?? account.unknownDevice;
  const end = useMutation({
    mutationFn: () => ask<void>(`/v1/sessions/${id}`, { method: 'DELETE' }),
    onSuccess: () => announce(account.ended(name)),
    onSettled: () => client.invalidateQueries({ queryKey: officeKeys.sessions }),
  });
  return (
    <li className={classes.head}>
      <span>
        <strong>{name}</strong>{' '}
        <span className={classes.muted}>
          {account.sessionFacts(account.kinds[kind], moment(since), moment(seenAt))}
        </span>
      </span>
      {end.error && <Failed error={end.error} />}
      {current ? (
        <span>{account.here}</span>
      ) : (
        <Button variant="default" size="sm" loading={end.isPending} onClick={() => end.mutate()}>
          <span>{account.end}</span>
          <span className="visually-hidden"> {name}</span>
        </Button>
      )}
    </li>
  );
}

export function SessionsCard() {
  const { account } = useOfficeTexts().desk;
  const { everywhere } = useSignInTexts();
  const signOut = useSignOut();
  const asked = useQuery({
    queryKey: officeKeys.sessions,
    queryFn: async ({ signal }) => (await ask<{ items: OpenSession[] }>('/v1/sessions', { signal })).items,
  });
  const { data } = asked;
  return (
    <section className={card.card} aria-labelledby="sessions">
      <h2 id="sessions">{account.sessions}</h2>
      <Pending asked={asked} />
      <ul className={classes.list}>
        {data?.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      <p>{account.everywhereHint}</p>
      {signOut.error && <Failed error={signOut.error} />}
      <div>
        <Button variant="default" loading={signOut.isPending} onClick={() => signOut.mutate(true)}>
          {everywhere}
        </Button>
      </div>
    </section>
  );
}
