// Number and access key of the report that was just filed, to be kept.
import { Button } from '@mantine/core';
import { IconMail, IconPrinter } from '@tabler/icons-react';
import { Link, Redirect } from 'wouter';
import card from '../../shared/page/card.module.css';
import { Notice } from '../../shared/messages/notice.tsx';
import { Page } from '../../shared/page/page.tsx';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.tsx';
import { useReceiptTexts } from '../../texts/ways.ts';
import { Uploads } from '../../shared/attachments/later.tsx';
import { CopyButton } from '../../shared/forms/copy-button.tsx';
import classes from '../filing/filing.module.css';
import RememberCard from '../mine/remember-card.tsx';
import WaysBack from '../mine/ways-back.tsx';
import { readReceipt, type Receipt } from './receipt.ts';

function Pass({ filed }: { filed: Receipt }) {
  const { words } = useTexts();
  const receipt = useReceiptTexts();
  const { moment } = useFormat();
  const { number, accessKey } = filed;
  const address = `${window.location.origin}/ikuti/${number}`;
  const pass = receipt.pass(number, accessKey, address);
  // RFC 6068: lines of a mail end in CR LF.
  const body = encodeURIComponent(receipt.mailBody(number, address).replaceAll('\n', '\r\n'));
  const mail = `mailto:${encodeURIComponent(filed.email ?? '')}?subject=${encodeURIComponent(receipt.mailSubject(number))}&body=${body}`;
  return (
    <section className={`${card.card} ${classes.pass}`} aria-labelledby="keep">
      <Notice tone="warn" title={<span id="keep">{receipt.keep}</span>}>
        <p>{receipt.keepWhy}</p>
      </Notice>
      <dl className={classes.code}>
        <dt>{words.number}</dt>
        <dd data-testid="number" translate="no">
          {number}
        </dd>
        <dt>{words.accessKey}</dt>
        <dd data-testid="access-key" translate="no">
          {accessKey}
        </dd>
      </dl>
      <div className={classes['on-paper']}>
        <p>
          {words.kinds[filed.kind]}: {filed.title}
        </p>
        <p>{moment(filed.receivedAt)}</p>
        <p>{receipt.followAt(address)}</p>
      </div>
      <div className={`${classes.buttons} no-print`}>
        <CopyButton label={receipt.copyBoth} text={pass} />
        <CopyButton label={receipt.copyKey} text={accessKey} />
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => window.print()}
        >
          {receipt.print}
        </Button>
        <Button
          component="a"
          href={mail}
          variant="default"
          aria-describedby="mail-why"
          leftSection={<IconMail size={18} aria-hidden />}
        >
          {receipt.mail}
        </Button>
      </div>
      <p id="mail-why" className={`${classes.hint} no-print`}>
        {receipt.mailWhy}
      </p>
    </section>
  );
}

export default function ReceiptPage() {
  const receipt = useReceiptTexts();
  const filed = readReceipt();
  if (!filed) return <Redirect to="/lapor" replace />;
  return (
    <Page title={receipt.title} lead={receipt.lead}>
      {filed.earlier && <Notice tone="warn" announce title={receipt.earlier} />}
      <Pass filed={filed} />
      <div className="no-print">
        <RememberCard report={{ number: filed.number, key: filed.accessKey, title: filed.title }} />
      </div>
      <WaysBack number={filed.number} reportKey={filed.accessKey} />
      <Uploads number={filed.number} />
      <div className={`${classes.buttons} no-print`}>
        <Button component={Link} href={`/ikuti/${filed.number}`}>
          {receipt.follow}
        </Button>
        <Button component={Link} href="/lapor" variant="default">
          {receipt.another}
        </Button>
      </div>
    </Page>
  );
}
