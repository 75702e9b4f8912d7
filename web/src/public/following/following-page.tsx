// Following a report: by number and key, or at once when this tab knows the key.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { keys } from '../../api/keys.ts';
import { forgetKey, keyOf, rememberKey } from '../access-keys.ts';
import { stored } from '../../shared/state/stored.ts';
import { forgetReceipt } from '../receipt/receipt.ts';
import { readPass } from '../mine/pass.ts';
import { KeyForm } from './key-form.tsx';
import { replySlot } from './report.ts';
import { ReportPage } from './report-page.tsx';

/** The key that a link or a QR code brought behind `#`: it leaves the address, which others may see, for the tab. */
function keyInAddress(number: string): string | undefined {
  const { key } = readPass(window.location.hash);
  if (key === undefined || number === '') return undefined;
  rememberKey(number, key);
  window.history.replaceState(window.history.state, '', window.location.pathname);
  return key;
}

function Following({ number }: { number: string }) {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const [reportKey, setReportKey] = useState(() => keyInAddress(number) ?? keyOf(number));
  const open = (opened: string, key: string) => {
    rememberKey(opened, key);
    setReportKey(key);
    navigate(`/ikuti/${encodeURIComponent(opened)}`, { replace: number !== '' });
  };
  /** Whoever comes to this browser next finds nothing of it. */
  const close = () => {
    forgetKey(number);
    forgetReceipt(number);
    stored(replySlot(number), 'tab').clear();
    setReportKey(undefined);
    navigate('/ikuti');
    client.removeQueries({ queryKey: keys.report(number) });
  };
  if (number !== '' && reportKey !== undefined) {
    return <ReportPage number={number} reportKey={reportKey} open={open} close={close} />;
  }
  return <KeyForm number={number} open={open} />;
}

export default function FollowingPage() {
  const { number = '' } = useParams<{ number?: string }>();
  // Each report has a key of its own: going back to another begins anew.
  return <Following key={number} number={number} />;
}
