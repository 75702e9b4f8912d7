// Following a report: by number and key, or at once when this tab knows the key.
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { forgetKey, keyOf, rememberKey } from '../access-keys.ts';
import { KeyForm } from './key-form.tsx';
import { ReportPage } from './report-page.tsx';

export default function FollowingPage() {
  const { number = '' } = useParams<{ number?: string }>();
  const [, navigate] = useLocation();
  const [reportKey, setAccessKey] = useState(() => keyOf(number));
  const open = (opened: string, key: string) => {
    rememberKey(opened, key);
    setAccessKey(key);
    navigate(`/ikuti/${encodeURIComponent(opened)}`, { replace: number !== '' });
  };
  const close = () => {
    forgetKey(number);
    setAccessKey(undefined);
    navigate('/ikuti');
  };
  if (number !== '' && reportKey !== undefined) {
    return <ReportPage number={number} reportKey={reportKey} close={close} />;
  }
  return <KeyForm number={number} open={open} />;
}
