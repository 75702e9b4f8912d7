// Where each promise of a workflow began, for the stack trace query: kept as V8 has it, put into words when somebody asks.
import v8 from 'node:v8';
import vm from 'node:vm';
import { cutoffStackTrace } from '@temporalio/common';
import { globalHandlers } from '@temporalio/worker/lib/workflow/vm-shared.js';

type Store = NonNullable<(typeof globalThis)['__TEMPORAL_ACTIVATOR__']>['promiseStackStore'];
type Stack = Store['promiseToStack'] extends Map<unknown, infer T> ? T : never;
type Prepare = (error: Error, frames: NodeJS.CallSite[]) => unknown;

/** What `Promise.all` and its like make for each of theirs, which stand for themselves. */
const ofAggregator =
  /^\s+at Promise\.then \(<anonymous>\)\n\s+at (Function|Promise)\.(race|all|allSettled|any) \(<anonymous>\)\n/;
const none = new Set<Promise<unknown>>();

/** The SDK's way to write a stack, with sources in place of the bundle. */
let prepare: Prepare;

/** What `work` gives, with stacks written that way meanwhile; undefined: as Node does it. */
function writing<T>(way: Prepare | undefined, work: () => T): T {
  const before: unknown = Reflect.get(Error, 'prepareStackTrace');
  Reflect.set(Error, 'prepareStackTrace', way);
  try {
    return work();
  } finally {
    Reflect.set(Error, 'prepareStackTrace', before);
  }
}

/** As the SDK keeps it, read at the first look. */
class Origin implements Stack {
  declare stack: string;
  private read: Stack | undefined;

  constructor() {
    Error.captureStackTrace(this, begun);
  }

  get formatted(): string {
    return this.words().formatted;
  }

  get structured(): Stack['structured'] {
    return this.words().structured;
  }

  private words(): Stack {
    if (this.read) return this.read;
    globalHandlers.currentStackTrace = undefined;
    // The first line names no place. The SDK leaves the frames where it wrote them down.
    const [, ...lines] = writing(prepare, () => this.stack).split('\n');
    const hooks = lines[0]?.includes('node:internal/promise_hooks') ? 1 : 0;
    const formatted = cutoffStackTrace(lines.slice(hooks).join('\n'));
    const seen = formatted === '' ? 0 : formatted.split('\n').length;
    const frames: Stack['structured'] = globalHandlers.currentStackTrace ?? [];
    const structured = frames.slice(hooks, hooks + seen);
    this.read = { formatted: ofAggregator.test(formatted) ? '' : formatted, structured };
    return this.read;
  }
}

let ours = false;
/** By the prototype of its promises, each sandbox. */
const sandboxes = new Map<object, vm.Context>();

/** Of the workflow that runs now in the sandbox that a promise is of; undefined for our own promises. */
function storeOf(promise: Promise<unknown>): Store | undefined {
  const kind = Object.getPrototypeOf(promise) as object;
  if (kind === Promise.prototype) return undefined;
  const sandbox = sandboxes.get(kind) as typeof globalThis | undefined;
  return sandbox?.__TEMPORAL_ACTIVATOR__?.promiseStackStore;
}

function begun(promise: Promise<unknown>, parent?: Promise<unknown>): void {
  const store = storeOf(promise);
  if (!store || promise === parent) return;
  store.promiseToStack.set(promise, new Origin());
  store.childToParent.set(promise, parent === undefined ? none : new Set([parent]));
}

function settled(promise: Promise<unknown>): void {
  const store = storeOf(promise);
  if (!store) return;
  store.childToParent.delete(promise);
  store.promiseToStack.delete(promise);
}

/**
 * Puts this in place of the SDK's own hook, which writes a whole stack for every promise: a quarter of what workflows took.
 * Errors of ours are written as Node does it; those of workflows as the SDK does.
 */
export function traceCheaply(): void {
  if (ours) return;
  ours = true;
  // A replay in this process may have been first.
  if (globalHandlers.installed) globalHandlers.uninstall();
  const overrideAll = globalHandlers['overridePrepareStackTrace'].bind(globalHandlers);
  globalHandlers['overridePrepareStackTrace'] = () => {
    writing(undefined, () => {
      overrideAll();
      prepare = Reflect.get(Error, 'prepareStackTrace') as Prepare;
    });
  };
  globalHandlers['setPromiseHook'] = () => {
    globalHandlers['stopPromiseHook'] = v8.promiseHooks.createHook({ init: begun, settled }) as () => void;
    globalHandlers.promiseHookInstalled = true;
  };
}

/** To be called before anything runs in the sandbox. */
export function traceIn(sandbox: vm.Context): void {
  const inside = vm.runInContext('({ Error, Promise })', sandbox) as typeof globalThis;
  inside.Error.prepareStackTrace = (error, frames) => prepare(error, frames);
  sandboxes.set(inside.Promise.prototype, sandbox);
}
