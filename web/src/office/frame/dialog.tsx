// A dialog with title and close button.
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { Part } from '../../shared/page/error-boundary.tsx';
import { useOfficeTexts } from '../../texts/office.ts';

interface DialogProps {
  title: string;
  opened?: boolean;
  size?: 'lg' | 'xl' | '90rem';
  onClose: () => void;
  children: ReactNode;
}

export function Dialog({ title, opened = true, size = 'lg', onClose, children }: DialogProps) {
  const { frame } = useOfficeTexts();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': frame.close }}
      // Mantine's header would be a second banner of the page.
      attributes={{ header: { role: 'presentation' } }}
    >
      <Part>{children}</Part>
    </Modal>
  );
}
