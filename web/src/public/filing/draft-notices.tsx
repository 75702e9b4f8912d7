// What became of the draft: found again, or not kept.
import { Button } from '@mantine/core';
import { Notice } from '../../shared/messages/notice.tsx';
import { useLaterTexts } from '../../texts/ways.ts';
import type { FilingForm } from './doing/use-filing.ts';

export function Restored({
  form: { draft, restored, files, waits, isPending },
  restart,
}: {
  form: FilingForm;
  restart: () => void;
}) {
  const later = useLaterTexts();
  if (!restored || waits || isPending) return null;
  const there = files.files;
  const lost = draft.fileNames.filter((name) => !files.busy && !there.some((file) => file.name === name));
  return (
    <Notice tone="info" title={later.restored}>
      <p>
        {later.restoredWhy} {lost.length > 0 && later.restoredFiles(lost.join(', '))}
      </p>
      <Button variant="default" size="sm" onClick={restart}>
        {later.restart}
      </Button>
    </Notice>
  );
}

export function NotKept({ form: { keeps } }: { form: FilingForm }) {
  const later = useLaterTexts();
  return !keeps && <Notice tone="warn" announce title={later.draftNotKept} />;
}
