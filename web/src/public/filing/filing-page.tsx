// A citizen files a report.
import { Button } from '@mantine/core';
import { Suspense, useEffect } from 'react';
import { useLocation } from 'wouter';
import { Loading } from '../../shared/messages/states.tsx';
import { Part } from '../../shared/page/error-boundary.tsx';
import { Page } from '../../shared/page/page.tsx';
import { useTexts } from '../../texts/texts.tsx';
import { useAskingTexts } from '../../texts/form/asking.ts';
import { type FilingForm, useFiling } from './doing/use-filing.ts';
import { DraftNotices } from './draft-chunk.tsx';
import { FormFrame } from './form-frame.tsx';
import { Later } from './parts/later-chunk.ts';
import { useManner } from './doing/manner.ts';
import { KindPart } from './parts/kind-part.tsx';
import { StepForm } from './steps/step-form.tsx';

/** All of it on one page. */
function LongForm({ form, otherwise }: { form: FilingForm; otherwise: () => void }) {
  const { filing } = useTexts();
  const { oneByOne } = useAskingTexts();
  const { errors, error, restart, submit } = form;
  return (
    <Page title={filing.title} lead={filing.lead}>
      <DraftNotices form={form} restart={restart} />
      <FormFrame errors={errors} refused={error !== null} submit={submit}>
        <KindPart form={form} />
        <Part>
          <Suspense fallback={<Loading page />}>
            <Later form={form} />
          </Suspense>
        </Part>
      </FormFrame>
      <div>
        <Button variant="default" size="sm" onClick={otherwise}>
          {oneByOne}
        </Button>
      </div>
    </Page>
  );
}

export function FilingPage() {
  const form = useFiling();
  const [manner, choose] = useManner();
  const [, navigate] = useLocation();
  useEffect(() => {
    const load = () => void Later.fetch().catch(() => {});
    load();
    window.addEventListener('online', load);
    return () => window.removeEventListener('online', load);
  }, []);
  const otherwise = () => {
    navigate('/lapor', { replace: true });
    choose(manner === 'steps' ? 'page' : 'steps');
  };
  return manner === 'steps' ? (
    <StepForm form={form} otherwise={otherwise} />
  ) : (
    <LongForm form={form} otherwise={otherwise} />
  );
}
