// The workflow bundle holds the rules and nothing that a workflow must not see.
import { expect, test } from 'vitest';
import { bundleWorkflows } from '../../worker/bundle.ts';

test('neither zod nor a Node built-in is in the workflow bundle', async () => {
  const { code } = await bundleWorkflows();
  const modules = [...code.matchAll(/^\/\*{3}\/ "([^"]+)"/gm)].map(([, name]) => name ?? '');
  expect(modules.filter((name) => name.startsWith('./workflows/')).length).toBeGreaterThan(5);
  expect(modules.some((name) => name.startsWith('./sop/rows/'))).toBe(true);
  const forbidden =
    /node_modules\/(zod|postgres|fastify|nodemailer)\/|^(node:|fs$|net$|crypto$|path$)|^\.\/(activities|db|api)\//;
  expect(modules.filter((name) => forbidden.test(name))).toEqual([]);
});
