// @ts-check
// Makes `dist/`: one file a program with what they share, and the workflows as the worker loads them.
import { mkdir, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { programs } from './programs.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
/** Written last: names the folders that `dist/` was made from; what is older there than this file is in it. */
const stamp = join(dist, 'built');

/**
 * Sources name files by where they lie themselves; from `dist/` these lie elsewhere.
 * @type {import('rolldown').Plugin}
 */
const filesBesideSources = {
  name: 'files-beside-sources',
  transform: {
    filter: { id: /\.ts$/, code: /import\.meta\.url/ },
    handler: (code, id) => {
      const moved = code.replaceAll(/(?<=new URL\(')[^']+(?=', import\.meta\.url\))/g, (path) => {
        const target = relative(dist, join(dirname(id), path));
        return path.endsWith('/') ? `${target}/` : target;
      });
      // Every line stays the line it was.
      return { code: moved, map: null };
    },
  },
};

/** Makes all of it, or all but the workflows. Whoever starts a program meanwhile finds the old one or the new. */
export async function build({ workflows = true } = {}) {
  const began = new Date();
  const bundle = await rolldown({
    cwd: root,
    input: programs,
    platform: 'node',
    // Packages stay in node_modules: some are native, some read files of their own.
    external: /^[^./]/,
    plugins: [filesBesideSources],
  });
  const { output } = await bundle.generate({ dir: dist, format: 'esm', sourcemap: true });
  await bundle.close();
  await mkdir(dist, { recursive: true });
  const before = new Set(await readdir(dist));
  // What others import first, what is started last.
  const entries = output.filter((part) => part.type === 'chunk' && part.isEntry);
  for (const part of [...output.filter((one) => !entries.includes(one)), ...entries]) {
    await put(part.fileName, part.type === 'chunk' ? part.code : part.source);
    before.delete(part.fileName);
  }
  if (workflows) {
    const file = pathToFileURL(join(dist, 'workflow-bundle.js')).href;
    await (await import(`${file}?${began.getTime()}`)).buildWorkflows(dist);
  }
  for (const name of before) if (/-[\w-]{8}\.js(\.map)?$/.test(name)) await rm(join(dist, name));
  const modules = output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
  const folders = modules.map((id) => relative(root, id).split('/')[0]);
  const others = ['workflows', 'build', 'package-lock.json'];
  await put('built', [...new Set([...folders, ...others])].join('\n'));
  await utimes(stamp, began, began);
}

/** @type {(name: string, content: string | Uint8Array) => Promise<void>} */
async function put(name, content) {
  const file = join(dist, name);
  await writeFile(`${file}.${process.pid}`, content);
  await rename(`${file}.${process.pid}`, file);
}
