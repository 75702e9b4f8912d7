// What is asked once more before it is done: a box to tick beside the fields.
import { Checkbox } from '@mantine/core';
import { Notice } from '../../shared/messages/notice.tsx';

const sureBox = 'sure';

/** What is asked once more before it is done. */
export function Sure({ title, label }: { title: string; label: string }) {
  return (
    <Notice tone="warn" announce title={title}>
      <Checkbox name={sureBox} label={label} size="md" />
    </Notice>
  );
}

/** The box that is still to be ticked before it is done; puts the cursor there. */
export function asksForSure(form: HTMLFormElement | null): boolean {
  const box = form?.querySelector<HTMLInputElement>(`input[name="${sureBox}"]:not(:checked)`);
  box?.focus();
  return Boolean(box);
}
