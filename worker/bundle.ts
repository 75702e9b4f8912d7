// The workflows as one bundle: as `npm run build` made it, or made now, once a process.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  bundleWorkflowCode,
  type WorkflowBundleOption,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';
import { failureConverterPath } from '../codec/open.ts';

const bundles = new Map<boolean, Promise<WorkflowBundleWithSourceMap>>();
const workflows = new URL('../workflows/index.ts', import.meta.url);
const payloads = new URL('../workflows/reading/tolerant-payloads.ts', import.meta.url);
const tracing = new URL('../tracing/workflow.ts', import.meta.url);

/** For a worker: the file beside its own, where one was built. */
export async function workflowBundle({ traced }: { traced: boolean }): Promise<WorkflowBundleOption> {
  const codePath = join(import.meta.dirname, traced ? 'workflows-traced.js' : 'workflows.js');
  return existsSync(codePath) ? { codePath } : bundleWorkflows({ traced });
}

/** Bundles `workflows/`, `traced` with what makes their spans; takes about a second. */
export function bundleWorkflows({ traced } = { traced: false }): Promise<WorkflowBundleWithSourceMap> {
  const bundle =
    bundles.get(traced) ??
    bundleWorkflowCode({
      workflowsPath: fileURLToPath(workflows),
      payloadConverterPath: fileURLToPath(payloads),
      failureConverterPath,
      workflowInterceptorModules: traced ? [fileURLToPath(tracing)] : [],
      logger: quiet,
    });
  bundles.set(traced, bundle);
  return bundle;
}

const quiet = {
  log: () => {},
  trace: () => {},
  debug: () => {},
  info: () => {},
  warn: (message: string) => console.warn(message),
  error: (message: string) => console.error(message),
};
