// The names in a compound file, the container of Office before 2007: what lies in it tells what it is.

const sectorsInHeader = 109;
const mostSectors = 2_000;
const endOfChain = 0xfffffffa;

/** The names of the storages and streams of a compound file; none when it is broken. Reads at most 2,000 sectors of them. */
export function namesIn(content: Buffer): Set<string> {
  try {
    return new Set(directory(content));
  } catch (error) {
    if (error instanceof RangeError) return new Set();
    throw error;
  }
}

function* directory(content: Buffer): Generator<string> {
  const shift = content.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return;
  const size = 1 << shift;
  const at = (sector: number) => (sector + 1) * size;
  let sector = content.readUInt32LE(48);
  for (let read = 0; sector < endOfChain && read < mostSectors; read += 1) {
    for (let entry = at(sector); entry < at(sector) + size; entry += 128) {
      const bytes = content.readUInt16LE(entry + 64);
      if (bytes >= 2 && bytes <= 64 && content.readUInt8(entry + 66) !== 0) {
        yield content.toString('utf16le', entry, entry + bytes - 2);
      }
    }
    const table = Math.floor(sector / (size / 4));
    // Tables beyond the header's are of files larger than are taken.
    if (table >= sectorsInHeader) return;
    sector = content.readUInt32LE(at(content.readUInt32LE(76 + table * 4)) + (sector % (size / 4)) * 4);
  }
}
