// What became of the draft: found again, or not kept.
import { Button } from '@mantine/core';
import { Notice } from '../../shared/messages/notice.tsx';
import { useTexts } from '../../texts/texts.tsx';
import type { FilingForm } from './doing/use-filing.ts';

export function Restored({
  form: { draft, restored, files, waits, isPending },
  restart,
}: {
  form: FilingForm;
  restart: () => void;
}) {
  const { filing } = useTexts();
  if (!restored || waits || isPending) return null;
  const there = files.files;
  const lost = draft.fileNames.filter((name) => !files.busy && !there.some((file) => file.name === name));
  return (
    <Notice tone="info" title={filing.restored}>
      <p>
        {filing.restoredWhy} {lost.length > 0 && filing.restoredFiles(lost.join(', '))}
      </p>
      <Button variant="default" size="sm" onClick={restart}>
        {filing.restart}
      </Button>
    </Notice>
  );
}

export function NotKept({ form: { keeps } }: { form: FilingForm }) {
  const { filing } = useTexts();
  return !keeps && <Notice tone="warn" announce title={filing.draftNotKept} />;
}
