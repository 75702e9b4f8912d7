// What is said of a draft, loaded when there is something to say.
import { type ComponentProps, lazy, Suspense } from 'react';
import { Part } from '../../shared/page/error-boundary.tsx';
import type * as notices from './draft-notices.tsx';

const LaterRestored = lazy(async () => ({ default: (await import('./draft-notices.tsx')).Restored }));
const LaterNotKept = lazy(async () => ({ default: (await import('./draft-notices.tsx')).NotKept }));

export function DraftNotices(props: ComponentProps<typeof notices.Restored> & { hidden?: boolean }) {
  const { form, restart, hidden = false } = props;
  return (
    <Part>
      <Suspense>
        {form.restored && !hidden && <LaterRestored form={form} restart={restart} />}
        {!form.keeps && <LaterNotKept form={form} />}
      </Suspense>
    </Part>
  );
}
