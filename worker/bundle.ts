// The workflows as one bundle: as `npm run build` made it, or made now, once a process.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
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

/**
 * By which its tasks are told from those of other workflows: short, for it stands in every one of them. The same with tracing
 * and without, which do the same.
 */
export async function buildId(): Promise<string> {
  const bundle = await workflowBundle({ traced: false });
  const code = 'code' in bundle ? bundle.code : await readFile(bundle.codePath);
  return createHash('sha256').update(code).digest('hex').slice(0, 8);
}

/** Of a process whose sources stay as they are: bundles `workflows/` once, `traced` with what makes their spans. */
export function bundleWorkflows({ traced } = { traced: false }): Promise<WorkflowBundleWithSourceMap> {
  const bundle = bundles.get(traced) ?? makeWorkflows({ traced });
  bundles.set(traced, bundle);
  return bundle;
}

/** What webpack may keep of a bundle for the next: nothing, or in a folder that is filled, or only read (much sooner done). */
interface Kept {
  folder: string;
  readonly: boolean;
}

/** Bundles `workflows/` as they are now; takes about a second, a third of it with what was kept. */
export function makeWorkflows({
  traced,
  kept,
}: {
  traced: boolean;
  kept?: Kept | undefined;
}): Promise<WorkflowBundleWithSourceMap> {
  return bundleWorkflowCode({
    workflowsPath: fileURLToPath(workflows),
    payloadConverterPath: fileURLToPath(payloads),
    failureConverterPath,
    workflowInterceptorModules: traced ? [fileURLToPath(tracing)] : [],
    // Evaluated once a worker in place of once a report: nothing in these modules changes while they run, as the sandbox,
    // which freezes what they export, makes sure.
    preloadModules: [fileURLToPath(workflows), fileURLToPath(payloads), failureConverterPath],
    logger: quiet,
    ...(kept && {
      webpackConfigHook: (config) => ({
        ...config,
        cache: {
          type: 'filesystem',
          cacheDirectory: kept.folder,
          name: traced ? 'traced' : 'plain',
          readonly: kept.readonly,
        },
      }),
    }),
  });
}

const quiet = {
  log: () => {},
  trace: () => {},
  debug: () => {},
  info: () => {},
  warn: (message: string) => console.warn(message),
  error: (message: string) => console.error(message),
};
