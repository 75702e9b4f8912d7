// What the console is told about the installation, and the addresses in the Temporal UI.
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { Console } from '../../api/types.ts';

/** Only operations staff are told. */
export function useConsole(enabled = true) {
  return useQuery({
    queryKey: keys.console,
    queryFn: ({ signal }) => ask<Console>('/v1/console', { signal }),
    staleTime: 5 * 60_000,
    enabled,
  });
}

/** Of the workflow that a complaint is, or of a schedule; undefined when the UI is not connected. */
export function temporalPath(
  { temporalUi, namespace }: Console,
  kind?: 'workflows' | 'schedules',
  id?: string,
): string | undefined {
  if (temporalUi === null) return undefined;
  const part = kind && id ? `/${kind}/${encodeURIComponent(id)}` : '/workflows';
  return `${temporalUi.replace(/\/$/, '')}/namespaces/${encodeURIComponent(namespace)}${part}`;
}
