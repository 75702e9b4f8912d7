// @ts-check
// Makes `dist/`: one file a program with what they share, and the workflows as the worker loads them.
import { mkdir, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
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
    filter: { id: /\.[jt]s$/, code: /import\.meta\.url/ },
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

/**
 * Makes all of it, or all but the workflows. Whoever starts a program meanwhile finds the old one or the new. `ready` is
 * told which files came out different, before the workflows with tracing are made, which take as long again.
 * `kept` is where the workflows' bundler keeps what it knows from one time to the next.
 * @param {{ workflows?: boolean, kept?: { folder: string, readonly: boolean }, ready?: (changed: Set<string>) => Promise<void> }} [options]
 */
export async function build({ workflows = true, kept, ready } = {}) {
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
  /** @type {Set<string>} */
  const changed = new Set();
  // What others import first, what is started last.
  const entries = output.filter((part) => part.type === 'chunk' && part.isEntry);
  for (const part of [...output.filter((one) => !entries.includes(one)), ...entries]) {
    if (await put(part.fileName, part.type === 'chunk' ? part.code : part.source)) changed.add(part.fileName);
    before.delete(part.fileName);
  }
  const file = pathToFileURL(join(dist, 'workflow-bundle.js')).href;
  const { makeWorkflows } = workflows ? await import(`${file}?${began.getTime()}`) : {};
  /** @type {(name: string, traced: boolean) => Promise<void>} */
  const putWorkflows = async (name, traced) => {
    if (workflows && (await put(name, (await makeWorkflows({ traced, kept })).code))) changed.add(name);
  };
  await putWorkflows('workflows.js', false);
  await ready?.(changed);
  await putWorkflows('workflows-traced.js', true);
  for (const name of before)
    if (/-[\w-]{8}\.js(\.map)?$/.test(name)) await rm(join(dist, name), { force: true });
  const modules = output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
  const folders = modules.map((id) => relative(root, id).split('/')[0]);
  const others = ['workflows', 'build', 'package-lock.json'];
  await put('built', [...new Set([...folders, ...others])].join('\n'));
  await utimes(stamp, began, began);
}

/**
 * Whole or not at all; false when the file is like that already.
 * @type {(name: string, content: string | Uint8Array) => Promise<boolean>}
 */
async function put(name, content) {
  const file = join(dist, name);
  const kept = await readFile(file).catch(() => undefined);
  if (kept?.equals(Buffer.from(content))) return false;
  await writeFile(`${file}.${process.pid}`, content);
  await rename(`${file}.${process.pid}`, file);
  return true;
}
