// The service worker, with the list of what it keeps: everything that public pages are made of.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { type Chunk, root } from './manifest.ts';

/** Loaded by those who sign in, or speak English, figures, which are nothing without a line, what makes another access key or reads photos of receipts, which opens nothing then, and the map, which few ask for: not what a phone has to keep. */
const others =
  /^src\/(office|oversight|shell\/sign-in|texts\/en|public\/performance|public\/renewal\/|public\/mine\/read-photo|shared\/regions\/map\/)/;
const always = ['scheme.js', 'favicon.svg'];

/** Writes `sw.js` into `folder`, where console and pages are built. */
export async function writeServiceWorker(folder: string, manifest: Record<string, Chunk>): Promise<void> {
  const files = new Set(always);
  const seen = new Set<string>();
  const visit = (name: string) => {
    const chunk = manifest[name];
    if (!chunk || seen.has(name) || others.test(name)) return;
    seen.add(name);
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(file);
    for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) visit(next);
  };
  visit('index.html');
  const paths = [...files].filter((file) => existsSync(join(folder, file))).toSorted();
  const content = [...paths, 'page.html'].map((file) => readFileSync(join(folder, file)));
  const hash = content.reduce((sum, bytes) => sum.update(bytes), createHash('sha256')).digest('hex');
  const kept = { name: `tuntas-${hash.slice(0, 12)}`, paths: paths.map((file) => `/${file}`) };
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    define: { __KEPT__: JSON.stringify(kept) },
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      lib: { entry: 'src/offline/service-worker.ts', formats: ['iife'], name: 'sw', fileName: () => 'sw.js' },
    },
  });
}
