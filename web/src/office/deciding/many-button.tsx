// A decision that is open for several reports, and for how many.
import { Button } from '@mantine/core';
import type { OfficeAction } from '../../../../sop/terms.ts';
import { useOfficeTexts } from '../../texts/office.ts';
import { actionIcons } from './actions.ts';

interface ManyButtonProps {
  action: OfficeAction;
  count: number;
  onAction: (action: OfficeAction) => void;
}

export function ManyButton({ action, count, onAction }: ManyButtonProps) {
  const { words } = useOfficeTexts();
  const Icon = actionIcons[action];
  return (
    <Button
      size="sm"
      variant="default"
      leftSection={<Icon size={18} aria-hidden />}
      onClick={() => onAction(action)}
    >
      {words.actions[action]} ({count})
    </Button>
  );
}
