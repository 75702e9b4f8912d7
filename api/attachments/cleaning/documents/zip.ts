// Reads and writes the packages of Office and OpenDocument; what they inflate to is bounded.
import { type Unzipped, unzipSync, zipSync } from 'fflate';
import { CannotClean } from '../cannot-clean.ts';

const mostBytes = 100 * 1024 * 1024;
const mostParts = 5_000;
/** The first day that a package can name; the same parts always make the same bytes. */
const mtime = new Date(1980, 0, 1, 12);

/** The parts by name. Throws `CannotClean` when it is broken, encrypted or inflates to more than 100 MiB. */
export function unpack(content: Buffer): Map<string, Buffer> {
  let [bytes, count] = [0, 0];
  let parts: Unzipped;
  try {
    parts = unzipSync(content, {
      filter: ({ name, originalSize }) => {
        bytes += originalSize;
        count += 1;
        if (bytes > mostBytes || count > mostParts) throw new CannotClean('a package too large');
        return !name.endsWith('/');
      },
    });
  } catch (error) {
    throw error instanceof CannotClean ? error : new CannotClean('a broken package', { cause: error });
  }
  return new Map(Object.entries(parts).map(([name, part]) => [name, Buffer.from(part)]));
}

/** `stored` lies uncompressed and first, as OpenDocument wants its media type. */
export function pack(parts: ReadonlyMap<string, Buffer>, stored?: string): Buffer {
  const entries = [...parts].toSorted(([a], [b]) => Number(b === stored) - Number(a === stored));
  const zipped = zipSync(
    Object.fromEntries(
      entries.map(([name, part]) => [name, [part, { level: name === stored ? 0 : 6, mtime }]] as const),
    ),
  );
  return Buffer.from(zipped);
}
