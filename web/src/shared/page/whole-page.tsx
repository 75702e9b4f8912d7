// What a page shows when all of it fails, or its chunk cannot be loaded.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useTexts } from '../../texts/texts.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Page } from './page.tsx';

function Crashed() {
  const { shell } = useTexts();
  return (
    <Page title={shell.crashed} lead={shell.crashedWhy}>
      <div>
        <Button onClick={() => window.location.reload()}>{shell.reload}</Button>
      </div>
      <a href="/">{shell.home}</a>
    </Page>
  );
}

/** Round the page of an address. */
export function WholePage({ children }: { children: ReactNode }) {
  const [location] = useLocation();
  return (
    <ErrorBoundary at={location} renderFailed={() => <Crashed />}>
      {children}
    </ErrorBoundary>
  );
}
