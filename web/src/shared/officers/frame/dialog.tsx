// A dialog with title and close button.
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useOfficersTexts } from '../../../texts/officers.ts';
import { Part } from '../../page/error-boundary.tsx';
import './styles.ts';

interface DialogProps {
  title: string;
  opened?: boolean;
  size?: 'lg' | 'xl' | '90rem';
  onClose: () => void;
  children: ReactNode;
}

export function Dialog({ title, opened = true, size = 'lg', onClose, children }: DialogProps) {
  const { close } = useOfficersTexts();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': close }}
      // Mantine's header would be a second banner of the page.
      attributes={{ header: { role: 'presentation' } }}
    >
      <Part>{children}</Part>
    </Modal>
  );
}
