// What waited for the line when somebody was here last: sends it, and says what became of it.
import { Button } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { Notice } from '../../shared/messages/notice.tsx';
import { deliverAll } from '../../shared/outbox/deliver.ts';
import { forget, keepDraftFiles, type Waiting, waiting } from '../../shared/outbox/kept.ts';
import { somethingWaits } from '../../shared/outbox/something-waits.ts';
import { useOnline } from '../../shared/state/online.ts';
import { useOutboxTexts } from '../../texts/ways.ts';
import { rememberKey } from '../access-keys.ts';
import { dropDraft } from '../filing/doing/draft.ts';
import { keepReceipt } from '../receipt/receipt.ts';
import classes from './outbox.module.css';

/** On the form itself the report is sent by the form, which has it open. */
const form = '/lapor';

export default function OutboxNotice() {
  const [location] = useLocation();
  const online = useOnline();
  const [found, setFound] = useState<Waiting[]>([]);
  const here = location !== form;
  const look = useCallback(async () => {
    const all = await waiting();
    if (all.length === 0) somethingWaits.clear();
    setFound(all);
  }, []);
  useEffect(() => {
    if (!here) return;
    // What fails waits on, and is sent the next time the browser is online.
    const deliver = online ? deliverAll().catch(() => {}) : Promise.resolve();
    void deliver.then(look).catch(() => {});
  }, [here, online, look]);
  if (!here || found.length === 0) return null;
  return (
    <div className={`${classes.notices} no-print`}>
      {found.map((one) => (
        <One key={one.key} one={one} changed={() => void look()} />
      ))}
    </div>
  );
}

function One({ one, changed }: { one: Waiting; changed: () => void }) {
  const texts = useOutboxTexts();
  const [, navigate] = useLocation();
  const { key, body, sent, files, filed, earlier, refused } = one;
  const { title, reporter } = (earlier && sent) || body;
  const drop = () => void forget(key).then(changed);
  if (filed) {
    const see = () => {
      rememberKey(filed.number, filed.accessKey);
      keepReceipt({ ...filed, title, email: reporter.email ?? null, earlier });
      dropDraft(key);
      void keepDraftFiles(key, []).catch(() => {});
      if (files.length === 0) drop();
      navigate('/lapor/terkirim');
    };
    return (
      <Notice tone="good" announce title={<span>{texts.sent(title)}</span>}>
        <p>{texts.sentWhy}</p>
        {earlier && <p>{texts.earlier}</p>}
        {files.length > 0 && <p>{texts.files(files.length)}</p>}
        <Button onClick={see}>{texts.see}</Button>
      </Notice>
    );
  }
  return (
    <Notice
      tone={refused === null ? 'info' : 'bad'}
      announce
      title={<span>{(refused === null ? texts.waits : texts.refused)(title)}</span>}
    >
      <p>{refused === null ? texts.waitsWhy : texts.refusedWhy}</p>
      <Button component={Link} href={form} variant="default">
        {texts.open}
      </Button>
      <Button variant="default" onClick={drop}>
        {texts.drop}
      </Button>
    </Notice>
  );
}
