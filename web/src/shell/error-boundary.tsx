// What a page shows when its own code fails, or its chunk cannot be loaded.
import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTexts } from '../texts/texts.tsx';
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

export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <Crashed /> : this.props.children;
  }
}
