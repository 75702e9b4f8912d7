// After the password: the second factor is given, or added where the account needs one and has none.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Redirect, useSearchParams } from 'wouter';
import { owesFactor, useSession, useSignOut } from '../../session.tsx';
import card from '../../shared/page/card.module.css';
import { Page } from '../../shared/page/page.tsx';
import { useSecondFactorTexts } from '../../texts/form/second-factor.ts';
import { homeOf } from '../links.ts';
import { AddApp } from './add-app.tsx';
import { AddPasskey } from './add-passkey.tsx';
import { CodeForm } from './code-form.tsx';
import { GivePasskey } from './give-passkey.tsx';
import { RecoveryCodesPage } from './recovery-codes.tsx';
import { safePath } from './safe-path.ts';
import { hasPasskeys } from './use-passkey.ts';
import { useFactors, useGiveCode } from './use-second-factor.ts';

export const secondFactorPath = '/masuk/faktor-kedua';

function Give() {
  const { give: texts } = useSecondFactorTexts();
  const give = useGiveCode();
  const [paper, setPaper] = useState(false);
  return (
    <div className={card.card}>
      <CodeForm
        key={String(paper)}
        label={paper ? texts.paper : texts.code}
        hint={paper ? texts.paperHint : texts.codeHint}
        digits={!paper}
        submit={texts.submit}
        busy={give.isPending}
        error={give.error}
        onCode={(code) => give.mutate(code)}
      >
        <Button
          variant="default"
          onClick={() => {
            give.reset();
            setPaper(!paper);
          }}
        >
          {paper ? texts.useCode : texts.usePaper}
        </Button>
      </CodeForm>
      <GivePasskey />
      <p>{texts.lost}</p>
    </div>
  );
}

function Add({ onCodes }: { onCodes: (codes: string[] | null) => void }) {
  const { app, passkey } = useSecondFactorTexts();
  const { data } = useFactors();
  return (
    <div className={card.card}>
      <h2>{app.title}</h2>
      <p>{app.why}</p>
      <AddApp onAdded={({ recoveryCodes }) => onCodes(recoveryCodes)} />
      {data?.passkeysHere && hasPasskeys() && (
        <>
          <h2>{passkey.title}</h2>
          <p>{passkey.why}</p>
          <AddPasskey onAdded={({ recoveryCodes }) => onCodes(recoveryCodes)} />
        </>
      )}
    </div>
  );
}

export function SecondFactorPage() {
  const texts = useSecondFactorTexts();
  const [search] = useSearchParams();
  const session = useSession();
  const signOut = useSignOut();
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes) {
    const username = session?.user.username ?? '';
    return <RecoveryCodesPage codes={codes} username={username} onDone={() => setCodes(null)} />;
  }
  if (!session) return <Redirect to="/masuk" replace />;
  if (!owesFactor(session))
    return <Redirect to={safePath(search.get('next')) ?? homeOf(session.user)} replace />;
  const adds = session.secondFactor === 'to-add';
  return (
    <Page title={texts.title} lead={adds ? texts.add.lead : texts.give.lead}>
      {adds ? <Add onCodes={setCodes} /> : <Give />}
      <div>
        <Button variant="default" loading={signOut.isPending} onClick={() => signOut.mutate(false)}>
          {texts.cancel}
        </Button>
      </div>
    </Page>
  );
}
