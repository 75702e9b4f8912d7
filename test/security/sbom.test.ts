// The packages of production as one list (`npm run sbom`, a part of the build): valid CycloneDX, whole, nothing of development.
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Version } from '@cyclonedx/cyclonedx-library/Spec';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, expect, test } from 'vitest';
import ours from '../../package.json' with { type: 'json' };

interface Component {
  name: string;
  version: string;
  hashes?: { alg: string; content: string }[];
}
interface Bom {
  specVersion: string;
  serialNumber?: string;
  metadata: { timestamp?: string; component: Component };
  components: Component[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tuntas-sbom-'));
const library = createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json');
const schemas = join(dirname(library), 'res/schema');
let bom: Bom;

beforeAll(async () => {
  const file = join(folder, 'sbom.cdx.json');
  await promisify(execFile)('npm', ['run', '--silent', 'sbom', '--', file], { cwd: root });
  bom = JSON.parse(readFileSync(file, 'utf8')) as Bom;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const nameOf = ({ name, version }: Component) => `${name}@${version}`;

test('is valid CycloneDX, and the same each time', () => {
  const schema = (name: string) =>
    JSON.parse(readFileSync(join(schemas, `${name}.SNAPSHOT.schema.json`), 'utf8')) as object;
  expect(bom.specVersion).toBe(Version.v1dot5);
  const ajv = new Ajv({ strict: false, validateFormats: false });
  for (const name of ['spdx', 'jsf-0.82'])
    ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
  const validate = ajv.compile(schema(`bom-${bom.specVersion}`));
  validate(bom);
  expect(validate.errors).toBeNull();
  expect(validate({ ...bom, components: [{ name: 'x' }] })).toBe(false);
  // What would make each one another.
  expect([bom.serialNumber, bom.metadata.timestamp]).toEqual([undefined, undefined]);
});

test('names what production holds, all of it, each with its hash, and nothing of development', () => {
  interface Locked {
    version: string;
    dev?: boolean;
  }
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const installed = Object.entries(packages).filter(
    ([path, { dev }]) => path !== '' && !dev && existsSync(join(root, path)),
  );
  const wanted = installed.map(
    ([path, { version }]) => `${path.replace(/^.*node_modules\//, '')}@${version}`,
  );
  const listed = bom.components.map(nameOf);
  const direct = Object.entries(ours.dependencies).map(([name, version]) => `${name}@${version}`);
  expect(listed).toEqual(expect.arrayContaining(direct));
  expect([...new Set(listed)].toSorted()).toEqual([...new Set(wanted)].toSorted());
  expect(nameOf(bom.metadata.component)).toBe(`${ours.name}@${ours.version}`);
  expect(bom.components.filter(({ hashes = [] }) => hashes.length === 0).map(nameOf)).toEqual([]);
});
