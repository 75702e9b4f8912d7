// MPEG audio is told by eleven bits that stand in many other files too; a chain of frames is not chance.

const kilobits = {
  mpeg1: [
    [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
    [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
    [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  ],
  mpeg2: [
    [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
    [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
    [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  ],
} as const;
const hertz = [44_100, 48_000, 32_000];

/** The bytes of the frame whose header stands at `at`; undefined: there is none. */
export function frameAt(content: Buffer, at: number): number | undefined {
  if (at + 4 > content.length) return undefined;
  const [first, second, third] = content.subarray(at, at + 3) as unknown as [number, number, number];
  const version = (second >> 3) & 3;
  const layer = 4 - ((second >> 1) & 3);
  const rate = hertz[(third >> 2) & 3];
  if (first !== 0xff || second < 0xe0 || version === 1 || layer === 4 || rate === undefined) return undefined;
  const kbit = kilobits[version === 3 ? 'mpeg1' : 'mpeg2'][layer - 1]?.[third >> 4];
  if (!kbit) return undefined;
  const hz = rate / (version === 3 ? 1 : version === 2 ? 2 : 4);
  const padding = (third >> 1) & 1;
  if (layer === 1) return (Math.floor((12_000 * kbit) / hz) + padding) * 4;
  return Math.floor(((layer === 3 && version !== 3 ? 72_000 : 144_000) * kbit) / hz) + padding;
}

/** Where the ID3v2 tags at the beginning end. */
export function afterTags(content: Buffer): number {
  let at = 0;
  while (content.toString('latin1', at, at + 3) === 'ID3' && at + 10 <= content.length) {
    const size = content.subarray(at + 6, at + 10);
    if (size.some((byte) => byte > 0x7f)) return at;
    const footer = ((content[at + 5] ?? 0) & 0x10) > 0 ? 10 : 0;
    at += 10 + footer + size.reduce((sum, byte) => sum * 128 + byte, 0);
  }
  return at;
}

/** Whether frames follow one another; after a tag one is enough, when the file ends with it. */
export function isMpegAudio(content: Buffer): boolean {
  const start = afterTags(content);
  const frame = frameAt(content, start);
  if (frame === undefined) return false;
  const next = start + frame;
  return frameAt(content, next) !== undefined || (start > 0 && next >= content.length);
}
