// The pages that the server sends: the built one with its styles in it, and one for each address that is drawn ahead.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type PluginOption } from 'vite';
import type { Drawn } from '../src/first-paint.tsx';
import { type Chunk, root } from './manifest.ts';

type Manifest = Record<string, Chunk>;

const stylesheet = /<link rel="stylesheet" crossorigin href="\/([^"]+)">/g;

/**
 * Writes into `folder`, where Vite has just built: `page.html`, which knows no address, and what `first-paint.tsx` draws.
 * On a line of 400 kbit/s the words are there before the scripts are, and a stylesheet of its own would cost a way there
 * and back more.
 */
export async function writePages(
  folder: string,
  manifest: Manifest,
  plugins: () => PluginOption[],
): Promise<void> {
  const built = readFileSync(join(folder, 'index.html'), 'utf8');
  writeFileSync(join(folder, 'page.html'), withStyles(built, folder));
  for (const { name, title, markup, chunk } of await draw(plugins)) {
    const page = withChunk(built, manifest, chunk)
      .replace(/<title>[^<]*<\/title>/, `<title>${title}</title>`)
      .replace(
        '<div id="root">',
        () => `<div id="root"><div class="drawn" aria-hidden="true">${markup}</div>`,
      );
    writeFileSync(join(folder, name), withStyles(page, folder));
  }
}

/** Runs `first-paint.tsx`, built with the same plugins, so that what it draws has the names that the styles have. */
async function draw(plugins: () => PluginOption[]): Promise<Drawn[]> {
  const outDir = mkdtempSync(join(tmpdir(), 'tuntas-pages-'));
  try {
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      plugins: plugins(),
      ssr: { noExternal: true },
      build: { ssr: 'src/first-paint.tsx', outDir, emptyOutDir: true, copyPublicDir: false },
    });
    const { drawn } = (await import(pathToFileURL(join(outDir, 'first-paint.js')).href)) as {
      drawn: () => Drawn[];
    };
    return drawn();
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

/** Asks for the scripts and styles of the page of this address at once, instead of when the first ones have run. */
function withChunk(page: string, manifest: Manifest, chunk: string | undefined): string {
  const links = [...neededBy(manifest, chunk)]
    .flatMap(({ file, css = [] }) => [
      `<link rel="modulepreload" crossorigin href="/${file}">`,
      ...css.map((name) => `<link rel="stylesheet" crossorigin href="/${name}">`),
    ])
    .filter(
      (link) =>
        !page.includes(link) &&
        !page.includes(link.replace('link rel="modulepreload"', 'script type="module"')),
    );
  return page.replace('</head>', () => `${[...new Set(links)].join('')}</head>`);
}

function neededBy(manifest: Manifest, name: string | undefined, found = new Set<Chunk>()): Set<Chunk> {
  const chunk = name === undefined ? undefined : manifest[name];
  if (!chunk || found.has(chunk)) return found;
  found.add(chunk);
  for (const other of chunk.imports ?? []) neededBy(manifest, other, found);
  return found;
}

/** A link that is disabled is not fetched, and tells Vite's loader that these styles are there. */
function withStyles(page: string, folder: string): string {
  return page.replaceAll(stylesheet, (_, name: string) => {
    const css = readFileSync(join(folder, name), 'utf8').trim();
    return `<style>${css}</style><link rel="stylesheet" disabled href="/${name}">`;
  });
}
