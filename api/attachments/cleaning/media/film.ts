// The `moov` of films and sound: pictures, sound and subtitles stay, with how they are shown; times, names, places and
// tracks of anything else (where the telephone was, how it was held) go.
import { blank, type Box, boxesIn, countAt, keepNamed, type Range } from './boxes.ts';
import { CannotClean } from '../cannot-clean.ts';

const seenOrHeard = new Set(['vide', 'soun', 'sbtl', 'subt', 'text', 'clcp']);
/** What each box may hold; what is not named here is a leaf. */
const holds: Record<string, readonly string[]> = {
  moov: ['mvhd', 'trak'],
  trak: ['tkhd', 'edts', 'mdia', 'tapt'],
  edts: ['elst'],
  mdia: ['mdhd', 'hdlr', 'minf', 'elng'],
  minf: ['vmhd', 'smhd', 'nmhd', 'sthd', 'gmhd', 'hdlr', 'dinf', 'stbl'],
  stbl: 'stsd stts ctts cslg stss stsc stsz stz2 stco co64 sdtp stps sbgp sgpd subs'.split(' '),
};

/** Cleans the box and gives the ranges of the file in which the kept tracks have their samples. */
export function cleanMoov(content: Buffer, moov: Box): Range[] {
  const tracks = boxesIn(content, moov.body, moov.end).filter(({ type }) => type === 'trak');
  const all = tracks.map((track) => ({ track, ...chunksOf(content, track) }));
  const starts = all.flatMap(({ chunks }) => chunks.map(([from]) => from)).toSorted((a, b) => a - b);
  const kept = all.filter(({ handler }) => seenOrHeard.has(handler));
  for (const { track, handler } of all) if (!seenOrHeard.has(handler)) blank(content, track);
  if (kept.length === 0) throw new CannotClean('nothing to see or hear');
  clean(content, moov);
  return kept.flatMap(({ chunks }) =>
    chunks.map(([from, to]): Range => [from, to ?? starts.find((start) => start > from) ?? content.length]),
  );
}

function clean(content: Buffer, box: Box): void {
  const names = holds[box.type];
  if (names) {
    for (const one of keepNamed(content, boxesIn(content, box.body, box.end), names)) clean(content, one);
  } else leaf(content, box);
}

function leaf(content: Buffer, { type, body, end }: Box): void {
  // When it was made and changed.
  if (/^(mv|tk|md)hd$/.test(type)) content.fill(0, body + 4, body + (content[body] === 1 ? 20 : 12));
  if (type === 'hdlr') content.fill(0, body + 12, end);
  // Paths of files beside this one.
  if (type === 'dinf') {
    for (const { body: from, end: to } of boxesIn(content, body, end).filter((box) => box.type === 'dref')) {
      for (const entry of boxesIn(content, from + 8, to)) {
        content.writeUInt8((content[entry.body + 3] ?? 0) | 1, entry.body + 3);
        content.fill(0, entry.body + 4, entry.end);
      }
    }
  }
  if (type === 'stsd') {
    for (const entry of boxesIn(content, body + 8, end)) nameless(content, entry);
  }
}

/** A picture's sample entry says who made its encoder. */
function nameless(content: Buffer, { type, start, end }: Box): void {
  if (!/^(avc|hvc|hev|dvh|mp4v|s263|jpeg|ap|av01|vp0|encv)/.test(type) || end - start < 86) return;
  content.fill(0, start + 20, start + 24);
  content.fill(0, start + 50, start + 82);
}

type Chunk = readonly [from: number, to: number | undefined];

/** Where the samples of a track lie; without a size, a chunk ends where the next one of any track begins. */
function chunksOf(content: Buffer, track: Box): { handler: string; chunks: Chunk[] } {
  const inside = (box: Box | undefined, type: string) =>
    box && boxesIn(content, box.body, box.end).find((one) => one.type === type);
  const mdia = inside(track, 'mdia');
  const hdlr = inside(mdia, 'hdlr');
  const stbl = inside(inside(mdia, 'minf'), 'stbl');
  const [stsc, stsz] = [inside(stbl, 'stsc'), inside(stbl, 'stsz')];
  const offsets = inside(stbl, 'stco') ?? inside(stbl, 'co64');
  if (!hdlr || !stsc || !offsets) throw new CannotClean('a track without its tables');
  const handler = content.toString('latin1', hdlr.body + 8, hdlr.body + 12);
  const wide = offsets.type === 'co64';
  const count = countAt(content, offsets.body + 4, offsets, wide ? 8 : 4);
  const sizes = stsz && content.readUInt32BE(stsz.body + 4) === 0 ? stsz : undefined;
  const samples = sizes ? countAt(content, sizes.body + 8, sizes, 4) : 0;
  const runs = countAt(content, stsc.body + 4, stsc, 12);
  const chunks: Chunk[] = [];
  for (let [chunk, run, sample] = [0, 0, 0]; chunk < count; chunk += 1) {
    const at = offsets.body + 8 + chunk * (wide ? 8 : 4);
    const from = wide ? Number(content.readBigUInt64BE(at)) : content.readUInt32BE(at);
    while (run + 1 < runs && content.readUInt32BE(stsc.body + 8 + (run + 1) * 12) <= chunk + 1) run += 1;
    const inChunk = runs > 0 ? content.readUInt32BE(stsc.body + 12 + run * 12) : 0;
    let bytes = 0;
    for (const last = Math.min(samples, sample + inChunk); sample < last; sample += 1) {
      bytes += content.readUInt32BE((sizes?.body ?? 0) + 12 + sample * 4);
    }
    chunks.push([from, sizes ? from + bytes : undefined]);
  }
  return { handler, chunks };
}
