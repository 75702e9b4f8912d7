/**
 * The same parts, of which the first is there already: what fails at once is answered as a problem, and not by a file
 * that breaks off after its first line.
 */
export async function primed<T>(parts: AsyncGenerator<T>): Promise<AsyncGenerator<T>> {
  const first = await parts.next();
  return (async function* rest() {
    if (first.done) return;
    yield first.value;
    yield* parts;
  })();
}
