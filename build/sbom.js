// @ts-check
// `npm run sbom`, a part of `npm run build`: the packages of production as CycloneDX, the same list for the same lock.
import { execFile } from 'node:child_process';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/**
 * @typedef {{ 'bom-ref': string, name: string, version: string }} Component
 * @typedef {{
 *   serialNumber?: string,
 *   metadata: { timestamp?: string, component: Component },
 *   components: Component[],
 *   dependencies: { ref: string, dependsOn?: string[] }[],
 * }} Bom
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const file = resolve(root, process.argv[2] ?? 'dist/sbom.cdx.json');

/** @type {{ name: string }} */
const { name } = JSON.parse(await readFile(resolve(root, 'package.json'), 'utf8'));
// All of it: npm's own `--omit dev` also leaves out what development needs, too.
const { stdout } = await promisify(execFile)(
  'npm',
  ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'],
  { cwd: root, maxBuffer: 64 * 1024 * 1024 },
);
/** @type {Bom} */
const all = JSON.parse(stdout);
// Each would make every list another one.
const { serialNumber: _, ...bom } = all;
const { timestamp: __, ...metadata } = bom.metadata;

// One that lies there twice is listed once, perhaps as the one of development: the lock knows better.
/** @type {{ packages: Record<string, { version?: string, dev?: boolean }> }} */
const lock = JSON.parse(await readFile(resolve(root, 'package-lock.json'), 'utf8'));
const ofProduction = new Set(
  Object.entries(lock.packages)
    .filter(([, { dev }]) => !dev)
    .map(([path, { version }]) => `${path.replace(/^.*node_modules\//, '')}@${version}`),
);
const components = bom.components.filter((one) => ofProduction.has(`${one.name}@${one.version}`));
const kept = new Set([metadata.component['bom-ref'], ...components.map((one) => one['bom-ref'])]);
const dependencies = bom.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)) }));
// npm calls it by its folder.
const component = { ...metadata.component, name };

await mkdir(dirname(file), { recursive: true });
await writeFile(
  `${file}.new`,
  `${JSON.stringify({ ...bom, metadata: { ...metadata, component }, components, dependencies }, null, 2)}\n`,
);
await rename(`${file}.new`, file);
