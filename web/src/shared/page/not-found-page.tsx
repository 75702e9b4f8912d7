// For addresses that no page has.
import { IconMapPinQuestion } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useTexts } from '../../texts/texts.tsx';
import { Page } from './page.tsx';
import { Empty } from '../messages/states.tsx';

export function NotFoundPage() {
  const { shell } = useTexts();
  return (
    <Page title={shell.notFound}>
      <Empty icon={<IconMapPinQuestion size={28} />} title={shell.notFoundWhy}>
        <Link href="/">{shell.home}</Link>
      </Empty>
    </Page>
  );
}
