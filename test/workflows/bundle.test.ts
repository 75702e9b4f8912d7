// The workflow bundle holds the rules and nothing that a workflow must not see.
import { expect, test } from 'vitest';
import { bundleWorkflows } from '../../worker/bundle.ts';

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
