// The form one thing at a time, each step with an address of its own: the browser's way back is the form's.
import { Button } from '@mantine/core';
import { Suspense, useEffect, useEffectEvent, useState } from 'react';
import { Redirect, useLocation, useSearchParams } from 'wouter';
import type { Values } from '../../../shared/forms/filing.ts';
import { Loading } from '../../../shared/messages/states.tsx';
import { Part } from '../../../shared/page/error-boundary.tsx';
import { Page } from '../../../shared/page/page.tsx';
import { useTexts } from '../../../texts/texts.tsx';
import { useAskingTexts } from '../../../texts/form/asking.ts';
import type { FilingForm } from '../doing/use-filing.ts';
import { DraftNotices } from '../draft-chunk.tsx';
import { focusField } from '../error-summary.tsx';
import classes from '../filing.module.css';
import { FormFrame } from '../form-frame.tsx';
import { useTitles } from '../labels.ts';
import { Later } from '../parts/later-chunk.ts';
import { KindPart } from '../parts/kind-part.tsx';
import { addressOf, fieldsOf, type StepId, steps, stepWith, type Way, wayHere } from './steps.ts';

interface StepFormProps {
  form: FilingForm;
  otherwise: () => void;
}

interface StepProps extends StepFormProps {
  step: StepId;
  go: (to: StepId, way?: Way & { replace?: boolean }) => void;
  /** The page was opened here. */
  opened: boolean;
}

/** One step; drawn anew for each, so that its heading takes the focus. */
function Step({ form, step, go, opened, otherwise }: StepProps) {
  const { filing } = useTexts();
  const asking = useAskingTexts();
  const titles = useTitles();
  const [{ from, field }] = useState(wayHere);
  useEffect(() => {
    if (field) focusField(field);
  }, [field]);
  const at = steps.indexOf(step);
  const before = steps[at - 1];
  const next = steps[at + 1];
  const checked = from === 'periksa';
  const back = () => {
    if (from === before) window.history.back();
    else if (before) go(before, { replace: true });
  };
  // A bookmark, or the way back from a receipt: there is nothing to go on with.
  const [lost] = useState(() => before !== undefined && form.draft.values.kind === '');
  if (lost) return <Redirect to="/lapor" replace />;
  const onward = () => {
    if (!next) return form.submit();
    if (!form.accept(fieldsOf(step))) return false;
    if (checked) window.history.back();
    else go(next, { from: step });
    return true;
  };
  const here = Object.entries(form.errors).filter(
    ([name]) => !next || fieldsOf(step).includes(name as keyof Values),
  );
  return (
    <Page title={titles[step]} {...(!before && { lead: filing.lead })}>
      <p className={classes.progress}>{asking.progress(at + 1, steps.length)}</p>
      <DraftNotices
        form={form}
        restart={() => {
          form.restart();
          go('jenis', { replace: true });
        }}
        hidden={!opened}
      />
      <FormFrame
        errors={Object.fromEntries(here)}
        refused={form.error !== null}
        submit={onward}
        {...(!next && { lead: (wrong) => go(stepWith(wrong), { from: step, field: wrong }) })}
      >
        {before ? (
          <Part>
            <Suspense fallback={<Loading page />}>
              <Later form={form} step={step} />
            </Suspense>
          </Part>
        ) : (
          <KindPart form={form} />
        )}
        {next && (
          <Button type="submit" size="lg" className={classes.submit ?? ''}>
            {checked ? asking.checkAgain : asking.next}
          </Button>
        )}
        {before && !checked && (
          <Button variant="default" size="lg" className={classes.submit ?? ''} onClick={back}>
            {asking.back}
          </Button>
        )}
      </FormFrame>
      <div>
        <Button variant="default" size="sm" onClick={otherwise}>
          {asking.allAtOnce}
        </Button>
      </div>
    </Page>
  );
}

export function StepForm({ form, otherwise }: StepFormProps) {
  const [, navigate] = useLocation();
  const [search] = useSearchParams();
  const step = steps.find((one) => one === search.get('langkah')) ?? 'jenis';
  const [opened] = useState(step);
  const go: StepProps['go'] = (to, { replace = false, ...state } = {}) =>
    navigate(addressOf(to), { replace, state });
  // What was on its way when the page was closed goes on where it was sent.
  const resume = useEffectEvent(() => {
    if (form.draft.sent !== null) go('periksa', { replace: true });
  });
  useEffect(() => resume(), []);
  return <Step key={step} form={form} step={step} go={go} opened={opened === step} otherwise={otherwise} />;
}
