// One request: of which account, what, why and by whom; and, for a second one of operations, yes or no.
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { AccountRequest } from '../../../api/types.ts';
import { useUser } from '../../../session.tsx';
import { announce } from '../../../shared/messages/announcer.tsx';
import { Failed } from '../../../shared/messages/states.tsx';
import { useAllOffices } from '../../../shared/officers/offices.ts';
import { SureButton } from '../../../shared/officers/sure-button.tsx';
import card from '../../../shared/page/card.module.css';
import { useFormat } from '../../../texts/format.ts';
import { usePeopleTexts } from '../../../texts/oversight.ts';
import classes from '../people.module.css';
import { useDecideRequest } from './requests.ts';

type Texts = ReturnType<typeof usePeopleTexts>;

/** What the account is to become, a line for each. */
function linesOf(
  { account, change }: AccountRequest,
  officeName: (id: string) => string,
  texts: Texts,
): string[] {
  const { name, role, officeId, email, active, unlink, password, withoutSecondFactor } = change;
  const { requests, user, inactive } = texts;
  return [
    ...(account.isNew ? [requests.isNew] : []),
    ...(name !== undefined && !account.isNew ? [`${user.name}: ${name}`] : []),
    ...(role ? [`${user.role}: ${user.roles[role]}`] : []),
    ...(officeId ? [`${user.office}: ${officeName(officeId)}`] : []),
    ...(email === undefined ? [] : [`${user.email}: ${email ?? '–'}`]),
    ...(password ? [requests.password] : []),
    ...(withoutSecondFactor ? [user.takeFactor] : []),
    ...(unlink ? [user.unlink] : []),
    ...(active === undefined ? [] : [active ? user.activate : inactive]),
  ];
}

export function RequestCard({ request }: { request: AccountRequest }) {
  const texts = usePeopleTexts();
  const { requests } = texts;
  const { moment } = useFormat();
  const me = useUser();
  const { data: offices } = useAllOffices();
  const [why, setWhy] = useState('');
  const decide = useDecideRequest(request.id);
  const { account, askedBy, decidedBy, decidedAt, decidedWhy, state, mayDecide } = request;
  const own = askedBy.username === me?.username && state === 'open';
  const officeName = (id: string) => offices?.find((one) => one.id === id)?.name ?? id;
  const approve = () =>
    decide.mutate('approval', { onSuccess: () => announce(requests.approved(account.name)) });
  const refuse = () => decide.mutate({ why }, { onSuccess: () => announce(requests.refused(account.name)) });
  return (
    <li className={`${card.card} ${classes.keyCard}`}>
      <div className={classes.place}>
        <div>
          <h2>{account.name}</h2>
          <span className={classes.small} translate="no">
            {account.username}
          </span>
        </div>
        <span className={classes.state} data-active={state === 'open'}>
          {requests.states[state]}
        </span>
      </div>
      <ul>
        {linesOf(request, officeName, texts).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{requests.because(request.why)}</p>
      <p className={classes.small}>
        {requests.askedBy(askedBy.name, moment(request.askedAt))}
        {state === 'open' && ` ${requests.until(moment(request.goodUntil))}`}
      </p>
      {decidedBy && decidedAt && (
        <p className={classes.small}>
          {requests.decidedBy(decidedBy.name, moment(decidedAt))}
          {decidedWhy && ` ${requests.because(decidedWhy)}`}
        </p>
      )}
      {decide.error && <Failed error={decide.error} />}
      {mayDecide && (
        <Textarea
          label={requests.refusalWhy}
          autosize
          maxLength={500}
          value={why}
          onChange={({ currentTarget }) => setWhy(currentTarget.value)}
        />
      )}
      {(mayDecide || own) && (
        <div className={classes.buttons}>
          {mayDecide && (
            <SureButton
              label={requests.approve}
              about={account.name}
              question={requests.approveSure(account.name, askedBy.name)}
              busy={decide.isPending}
              onSure={approve}
            />
          )}
          <SureButton
            label={own ? requests.withdraw : requests.refuse}
            about={account.name}
            question={undefined}
            busy={decide.isPending}
            onSure={refuse}
          />
        </div>
      )}
      {state === 'open' && !mayDecide && <p className={classes.small}>{requests.notYours}</p>}
    </li>
  );
}
