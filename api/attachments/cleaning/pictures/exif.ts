// Of Exif only one thing is kept: which side of the picture is up.

const orientationTag = 0x0112;

/** 1–8, as the TIFF structure of Exif says; 1 (as it lies) when it does not. */
export function orientationIn(tiff: Buffer): number {
  try {
    const order = tiff.toString('latin1', 0, 2);
    if (order !== 'II' && order !== 'MM') return 1;
    const short = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
    const directory = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
    for (let n = 0; n < short(directory); n += 1) {
      const entry = directory + 2 + n * 12;
      const value = short(entry + 8);
      if (short(entry) === orientationTag) return value >= 1 && value <= 8 ? value : 1;
    }
    return 1;
  } catch (error) {
    if (error instanceof RangeError) return 1;
    throw error;
  }
}

/** The TIFF structure that says that and nothing else; undefined: it need not be said. */
export function exifOf(orientation: number): Buffer | undefined {
  if (orientation === 1) return undefined;
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}
