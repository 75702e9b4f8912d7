// An officer files a report for somebody who came, called or wrote.
import { useState } from 'react';
import { Page } from '../../shared/page/page.tsx';
import { useOfficeTexts } from '../../texts/office.ts';
import type { Filed } from '../../api/types.ts';
import { FilingForm } from './filing-form.tsx';
import { Receipt } from './receipt.tsx';

export function FilingPage() {
  const { filing } = useOfficeTexts().desk;
  const [filed, setFiled] = useState<Filed>();
  return (
    <Page title={filed ? filing.done(filed.number) : filing.title} lead={filed ? undefined : filing.lead}>
      {filed ? (
        <Receipt filed={filed} onAnother={() => setFiled(undefined)} />
      ) : (
        <FilingForm onFiled={setFiled} />
      )}
    </Page>
  );
}
