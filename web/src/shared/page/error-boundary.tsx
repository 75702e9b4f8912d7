// What stands in the place of a part whose own code fails: the rest of the page goes on.
import { Button } from '@mantine/core';
import { Component, Fragment, type ReactNode } from 'react';
import { useTexts } from '../../texts/texts.tsx';
import { Notice } from '../messages/notice.tsx';

interface BoundaryProps {
  /** Where one is: whoever goes elsewhere leaves the failure behind. */
  at?: string;
  renderFailed: (again: () => void) => ReactNode;
  children: ReactNode;
}

/** What React says when a node is not where it put it: a translator or an extension has changed the page beneath it. */
const isForeign = (error: unknown) => error instanceof DOMException && error.name === 'NotFoundError';
/** More than that in one place is no accident. */
const redraws = 3;

export class ErrorBoundary extends Component<BoundaryProps, { failed: boolean; drawn: number }> {
  override state = { failed: false, drawn: 0 };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown) {
    // Drawn anew, nodes are where React thinks again; the failure is over before anybody sees it.
    if (isForeign(error) && this.state.drawn < redraws) this.again();
  }

  override componentDidUpdate({ at }: BoundaryProps) {
    if (this.state.failed && at !== this.props.at) this.again();
  }

  private readonly again = () => this.setState(({ drawn }) => ({ failed: false, drawn: drawn + 1 }));

  override render() {
    const { renderFailed, children } = this.props;
    return this.state.failed ? (
      renderFailed(this.again)
    ) : (
      <Fragment key={this.state.drawn}>{children}</Fragment>
    );
  }
}

function FailedPart({ again }: { again: () => void }) {
  const { shell } = useTexts();
  return (
    <Notice tone="bad" title={shell.partCrashed} announce>
      <p>{shell.partCrashedWhy}</p>
      <Button variant="default" onClick={again}>
        {shell.again}
      </Button>
    </Notice>
  );
}

/** Round a part of a page. */
export function Part({ children }: { children: ReactNode }) {
  return <ErrorBoundary renderFailed={(again) => <FailedPart again={again} />}>{children}</ErrorBoundary>;
}
