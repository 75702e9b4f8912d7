// What comes after the first question: one step of it, or all that is left on one page.
import { lazy, Suspense } from 'react';
import { Loading } from '../../../shared/messages/states.tsx';
import { Part } from '../../../shared/page/error-boundary.tsx';
import type { LaterProps } from './later-chunk.ts';
import { Answers } from '../steps/answers.tsx';
import { AddressPart } from './address-part.tsx';
import { ContentPart } from './content-part.tsx';
import { FilesPart } from './files-part.tsx';
import { ReporterPart } from './reporter-part.tsx';
import { SecrecyPart } from './secrecy-part.tsx';
import { Sending } from './sending.tsx';

const PlacePart = lazy(() => import('./place-part.tsx'));

export default function LaterParts({ form, step }: LaterProps) {
  const has = (one: LaterProps['step']) => step === undefined || step === one;
  const given = { form, alone: step !== undefined };
  return (
    <>
      {has('isi') && <ContentPart {...given} />}
      {has('tempat') && (
        <Part>
          <Suspense fallback={<Loading />}>
            <PlacePart {...given} />
          </Suspense>
        </Part>
      )}
      {has('tujuan') && <AddressPart {...given} />}
      {has('kerahasiaan') && <SecrecyPart {...given} />}
      {has('pelapor') && <ReporterPart {...given} />}
      {has('lampiran') && (
        <Part>
          <FilesPart {...given} />
        </Part>
      )}
      {step === 'periksa' && <Answers form={form} />}
      {has('periksa') && <Sending form={form} />}
    </>
  );
}
