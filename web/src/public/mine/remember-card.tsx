// Has this browser remember a report, and its key, or forget them.
import { useState } from 'react';
import { useMineTexts } from '../../texts/ways.ts';
import { CheckCard } from '../check-card.tsx';
import { forgetReport, type MyReport, myReports, rememberReport } from './my-reports.ts';

export default function RememberCard({ report }: { report: MyReport }) {
  const texts = useMineTexts();
  const [checked, setChecked] = useState(() => myReports().some(({ number }) => number === report.number));
  const [failed, setFailed] = useState(false);
  const change = (wished: boolean) => {
    const done = wished ? rememberReport(report) : (forgetReport(report.number), true);
    setFailed(!done);
    setChecked(wished && done);
  };
  return (
    <CheckCard
      id="remember"
      label={texts.remember}
      why={texts.rememberWhy}
      checked={checked}
      error={failed ? texts.notRemembered : undefined}
      onChange={change}
    />
  );
}
