// Builds the console into web/dist, drawn ahead and precompressed; `npm run dev` serves it from its sources.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { land } from './building/land.ts';
import { readManifest } from './building/manifest.ts';
import { writeServiceWorker } from './building/offline.ts';
import { writePages } from './building/pages.ts';
import { writeReference } from './building/reference.ts';

const root = import.meta.dirname;

/** Writes the pages, and a .gz and a .br beside each text file, so that the server compresses nothing. */
function finish(): Plugin {
  return {
    name: 'finish',
    apply: 'build',
    async writeBundle({ dir: folder = '' }) {
      const manifest = readManifest(folder);
      await writePages(folder, manifest, drawing);
      await writeServiceWorker(folder, manifest);
      await writeReference(folder);
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(js|css|svg|html|webmanifest)$/.test(name)) continue;
        const content = readFileSync(join(folder, name));
        writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
        // What is big takes a quarter of a minute at the highest, for a tenth less.
        const quality = content.length > 1_000_000 ? 6 : constants.BROTLI_MAX_QUALITY;
        const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content, { params }));
      }
    },
  };
}

/** Our own `react/jsx-runtime` for all that draws, libraries too. */
function settledText(): Plugin {
  const runtime = join(root, 'src/jsx-runtime.ts');
  return {
    name: 'settled-text',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source === 'react/jsx-runtime' && importer !== runtime ? runtime : undefined,
  };
}

const drawing = () => [settledText(), land(), react()];

/** Few requests on a slow phone: what all pages need in two files, of which the first rarely changes, and fields in one. Files are carried by few. */
const groups = [
  {
    name: 'base',
    test: /node_modules[\\/](react|react-dom|scheduler|wouter|@tanstack|@mantine[\\/]hooks[\\/].*use-isomorphic-effect)[\\/]/,
  },
  {
    name: 'shared',
    test: /web[\\/]src[\\/]((api[\\/](?!transfer)|shell[\\/]|public[\\/])[^\\/]+|shared[\\/](messages|page|state)[\\/][^\\/]+)\.tsx?$/,
    minShareCount: 2,
  },
  // Every form has them; Mantine's own parts, taken apart, would be four files.
  {
    name: 'fields',
    test: /node_modules[\\/]@mantine[\\/]core[\\/].*[\\/](InputBase|TextInput)[\\/]/,
    minShareCount: 2,
  },
];

/** Loaded by the first script itself: whatever is fetched later need not say that it stands on these. */
const always = /(^|\/)(base|shared|rolldown-runtime)-[^/]+\.js$/;

export default defineConfig({
  root,
  plugins: [...drawing(), finish()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: {
      resolveDependencies: (_, needed, { hostType }) =>
        hostType === 'js' ? needed.filter((name) => !always.test(name)) : needed,
    },
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
});
