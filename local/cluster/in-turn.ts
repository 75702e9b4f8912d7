// A small proxy before several APIs: each request goes to the next of those that answer.
import fastify, { type FastifyInstance } from 'fastify';
import replyFrom from '@fastify/reply-from';

/** Listens at `at` for the APIs at `bases`. What cannot be reached is left out until it answers again. */
export async function serveInTurn(
  bases: readonly string[],
  at: { port: number; host: string },
): Promise<FastifyInstance> {
  const proxy = fastify({ forceCloseConnections: true });
  await proxy.register(replyFrom, { disableRequestLogging: true });
  // What is sent goes on as it came.
  proxy.removeAllContentTypeParsers();
  proxy.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  const away = new Set<string>();
  const ask = async () => {
    for (const base of bases) {
      const there = await fetch(`${base}/healthz`, { signal: AbortSignal.timeout(1_000) }).catch(
        () => undefined,
      );
      if (there?.ok) away.delete(base);
      else away.add(base);
    }
  };
  await ask();
  const asking = setInterval(() => void ask(), 500);
  proxy.addHook('onClose', async () => clearInterval(asking));
  let turn = 0;
  proxy.all('*', (request, reply) => {
    const there = bases.filter((base) => !away.has(base));
    const base = there[(turn += 1) % Math.max(there.length, 1)] ?? bases[0] ?? '';
    return reply.from(`${base}${request.url}`, {
      rewriteRequestHeaders: (_, headers) => ({ ...headers, 'x-forwarded-for': request.ip }),
      onError: (answer) => void answer.code(503).header('retry-after', '1').send(),
    });
  });
  await proxy.listen(at);
  return proxy;
}
