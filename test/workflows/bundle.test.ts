// The workflow bundle holds the rules and nothing that a workflow must not see.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../local/programs/run.ts';
import { bundleWorkflows, makeWorkflows } from '../../worker/bundle.ts';
import { newerNode } from '../support/servers/newer-node.ts';

const modulesOf = (code: string) =>
  [...code.matchAll(/^\/\*{3}\/ "([^"]+)"/gm)].map(([, name]) => name ?? '');

test('neither zod nor a Node built-in is in the workflow bundle', async () => {
  const { code } = await bundleWorkflows();
  const modules = modulesOf(code);
  expect(modules.filter((name) => name.startsWith('./workflows/')).length).toBeGreaterThan(5);
  expect(modules.some((name) => name.startsWith('./sop/rows/'))).toBe(true);
  const forbidden =
    /node_modules\/(zod|postgres|fastify|nodemailer|@opentelemetry)\/|^(node:|fs$|net$|crypto$|path$)|^\.\/(activities|db|api)\//;
  expect(modules.filter((name) => forbidden.test(name))).toEqual([]);
});

test('spans are made in the bundle only when it is asked for', async () => {
  const [plain, traced] = await Promise.all([bundleWorkflows(), bundleWorkflows({ traced: true })]);
  const tracing = /opentelemetry|^\.\/tracing\//;
  expect(modulesOf(plain.code).filter((name) => tracing.test(name))).toEqual([]);
  expect(modulesOf(traced.code).filter((name) => tracing.test(name))).toContain('./tracing/workflow.ts');
});

test("what was built is what today's sources give, and the Node of .nvmrc makes the same", async () => {
  const file = new URL('../../dist/workflows.js', import.meta.url);
  const { code } = await bundleWorkflows();
  expect(await readFile(file, 'utf8')).toBe(code);
  const script = `
    const { bundleWorkflows } = await import('${new URL('workflow-bundle.js', file).href}');
    process.stdout.write((await bundleWorkflows({ traced: false })).code);`;
  const args = ['--input-type=module', '--eval', script];
  expect(await run(await newerNode(), args, { timeoutMs: 60_000 })).toBe(code);
});

test('what is kept of one bundle, as `npm run dev` keeps it, changes nothing in the next', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kept-'));
  const make = (readonly: boolean) => makeWorkflows({ traced: false, kept: { folder, readonly } });
  const codes = [(await make(false)).code, (await make(true)).code];
  await rm(folder, { recursive: true });
  const { code } = await bundleWorkflows();
  expect(codes.every((one) => one === code)).toBe(true);
});
