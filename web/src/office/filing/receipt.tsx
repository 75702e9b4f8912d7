// Number and key of a report that was filed for somebody, to hand over.
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { announce } from '../../shared/messages/announcer.tsx';
import card from '../../shared/page/card.module.css';
import { Notice } from '../../shared/messages/notice.tsx';
import { useOfficeFormat } from '../../texts/office-format.ts';
import classes from '../forms.module.css';
import { useOfficeTexts } from '../../texts/office.ts';
import type { Filed } from '../../api/types.ts';

export function Receipt({ filed, onAnother }: { filed: Filed; onAnother: () => void }) {
  const { filing } = useOfficeTexts().desk;
  const { moment } = useOfficeFormat();
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    announce(filing.done(filed.number));
    sheet.current?.focus();
  }, [filed.number, filing]);
  return (
    <>
      <div ref={sheet} className={card.card} tabIndex={-1}>
        <h2>{filing.receipt}</h2>
        <dl className={classes.receipt}>
          <dt>{filing.number}</dt>
          <dd className={classes.secret} translate="no">
            {filed.number}
          </dd>
          <dt>{filing.key}</dt>
          <dd className={classes.secret} data-testid="access-key" translate="no">
            {filed.accessKey}
          </dd>
        </dl>
        <p>{moment(filed.receivedAt)}</p>
        <p>{filing.follow(`${window.location.origin}/ikuti`)}</p>
      </div>
      <Notice tone="warn" title={filing.keyOnce}>
        <p>{filing.attach}</p>
      </Notice>
      <div className={`${classes.buttons} no-print`}>
        <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
          {filing.print}
        </Button>
        <Button component={Link} href={`/kantor/laporan/${filed.number}`} variant="default">
          {filing.open}
        </Button>
        <Button variant="default" onClick={onAnother}>
          {filing.another}
        </Button>
      </div>
    </>
  );
}
