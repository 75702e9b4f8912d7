// A part that could do nothing without a line, and so is kept by no phone: where it does not come, it is not there.
import { type ComponentType, lazy } from 'react';

export const orNothing = <Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>) =>
  lazy(() => load().catch((): { default: ComponentType<Props> } => ({ default: () => null })));
