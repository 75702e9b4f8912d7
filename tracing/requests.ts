// A server span a request, named by its route; a caller's traceparent is continued.
import { FastifyOtelInstrumentation } from '@fastify/otel';
import type { FastifyPluginCallback } from 'fastify';

/** Asked every few seconds, by machines. */
const probes = new Set(['/healthz', '/readyz', '/metrics']);

export function traceRequests(): FastifyPluginCallback {
  const instrumentation = new FastifyOtelInstrumentation({
    ignorePaths: ({ url }) => probes.has(url),
    requestHook: (span, { method, routeOptions }) => {
      span.updateName(`${method} ${routeOptions.url ?? 'unknown route'}`);
    },
    // Else named after every plugin there is.
    lifecycleHook: (span, { hookName }) => {
      span.updateName(hookName);
    },
    recordExceptions: false,
    instrumentHooks: false,
  });
  return instrumentation.plugin();
}
