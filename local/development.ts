// `npm run dev`: what is saved runs at once. Pages come from Vite; API and worker begin again when they were built anew.
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer, type ViteDevServer } from 'vite';
import { build } from '../build/bundle.js';
import type { Part } from './parts/supervisor.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** An editor may save several files, and one in several steps. */
const settleMs = 40;
/** What the workflows' bundler knows of each module; gone with the packages that it knows of. */
const keptIn = join(root, 'node_modules/.cache/workflows');

type Say = (line: string) => void;
type Running = Awaited<ReturnType<Part['start']>>;

export class Development {
  /** Where the pages are. */
  readonly url: string;
  private readonly vite: ViteDevServer;
  private readonly api: string;
  private readonly say: Say;
  private readonly begin = new Map<string, () => Promise<void>>();
  private readonly prepare: (() => void)[] = [];
  private readonly saved = new Set<string>();
  private building: Promise<void> | undefined;

  private constructor(vite: ViteDevServer, api: string, say: Say) {
    this.vite = vite;
    this.api = api;
    this.say = say;
    this.url = (vite.resolvedUrls?.local[0] ?? '').replace(/\/$/, '');
  }

  /** Serves the pages before the API at `api`, and watches all that goes into `dist/`. */
  static async open(api: string, host: string, say: Say): Promise<Development> {
    const proxy = Object.fromEntries(['/v1', '/docs', '/openapi.json', '/codec'].map((path) => [path, api]));
    const configFile = join(root, 'web/vite.config.ts');
    const vite = await createServer({ configFile, logLevel: 'warn', server: { host, proxy } });
    await vite.listen();
    const development = new Development(vite, api, say);
    const folders = (await readFile(join(root, 'dist/built'), 'utf8')).split('\n');
    vite.watcher.add(folders.map((name) => join(root, name)));
    vite.watcher.on('all', (_event, path) => development.note(relative(root, path)));
    return development;
  }

  /** The part as it is kept here: one that falls is started by the next saved line. */
  renewed(part: Part & { prepare(): void }, { overlapping }: { overlapping: boolean }): Part {
    let running: Running | undefined;
    const begin = async () => {
      const before = running;
      running = undefined;
      const gone = before?.stop();
      // Two workers may run side by side; on a port there is place for one.
      if (!overlapping) await gone;
      const now = await part.start();
      running = now;
      void now.died.then(() => {
        if (running === now)
          this.say(`${part.name} ended, see its log; it starts again when a file is saved.`);
      });
    };
    this.begin.set(part.name, begin);
    this.prepare.push(() => part.prepare());
    return {
      name: part.name,
      start: async () => {
        await begin();
        const stop = async () => {
          const last = running;
          running = undefined;
          await last?.stop();
        };
        return { died: new Promise(() => {}), stop };
      },
    };
  }

  /** To be called once all parts run: readies what makes the first saved line as quick as the others. */
  async warm(): Promise<void> {
    await this.building;
    for (const prepare of this.prepare) prepare();
    this.building = build({ kept: { folder: keptIn, readonly: false } })
      .catch((error: unknown) => this.complain(error))
      .finally(() => (this.building = undefined));
    await this.building;
    if (this.saved.size > 0) this.rebuild();
  }

  async close(): Promise<void> {
    await this.vite.close();
  }

  private note(path: string): void {
    if (/^(web|node_modules|dist)\//.test(path)) return;
    if (path.startsWith('db/migrations/'))
      this.say(`${path}: migrations run once, so when you start again; edit none that ran.`);
    else this.saved.add(path);
    this.rebuild();
  }

  private rebuild(): void {
    this.building ??= this.rebuildAll().finally(() => (this.building = undefined));
  }

  private complain(error: unknown): void {
    this.say(error instanceof Error ? error.message : String(error));
  }

  private async rebuildAll(): Promise<void> {
    while (this.saved.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, settleMs));
      const paths = [...this.saved];
      this.saved.clear();
      const workflows = paths.some((path) => /^(workflows|sop|tracing|codec|worker|package-lock)/.test(path));
      const began = Date.now();
      try {
        await build({
          workflows,
          kept: { folder: keptIn, readonly: true },
          ready: (changed) => this.restart(changed, paths, began),
        });
      } catch (error) {
        this.complain(error);
      }
      for (const prepare of this.prepare) prepare();
    }
  }

  private async restart(changed: Set<string>, paths: string[], began: number): Promise<void> {
    const worker = changed.has('worker.js') || changed.has('workflows.js');
    const names = [...(worker ? ['worker'] : []), ...(changed.has('api.js') ? ['api'] : [])];
    await Promise.all(names.map(async (name) => this.begin.get(name)?.()));
    if (names.includes('api')) {
      await this.answers();
      this.vite.ws.send({ type: 'full-reload' });
    }
    const what = names.length > 0 ? `${names.join(' and ')} again` : 'nothing that runs';
    this.say(`${paths.join(', ')}: ${what}, ${((Date.now() - began) / 1_000).toFixed(1)} s`);
  }

  /** Resolves when the API answers, or has had five seconds. */
  private async answers(): Promise<void> {
    for (const until = Date.now() + 5_000; Date.now() < until; ) {
      const response = await fetch(`${this.api}/healthz`).catch(() => undefined);
      if (response?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }
}
