// Builds the console into web/dist, precompressed; `npm run dev` serves it from its sources.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = import.meta.dirname;

/** Writes a .gz and a .br beside each text file, so that the server compresses nothing. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    writeBundle({ dir: folder = '' }) {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(js|css|svg|html)$/.test(name)) continue;
        const content = readFileSync(join(folder, name));
        writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content));
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

/** Few requests on a slow phone: what all pages need in two files, of which the first rarely changes. */
const groups = [
  { name: 'base', test: /node_modules[\\/](react|react-dom|scheduler|wouter|@tanstack)[\\/]/ },
  {
    name: 'shared',
    test: /web[\\/]src[\\/]((api|shell|public)[\\/][^\\/]+|shared[\\/](messages|page|state)[\\/][^\\/]+)\.tsx?$/,
    minShareCount: 2,
  },
];

export default defineConfig({
  root,
  plugins: [settledText(), react(), precompress()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
});
