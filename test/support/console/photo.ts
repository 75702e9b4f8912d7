// A photo as a phone takes it: large, lying on its side, with a word of the camera that says so.
import type { Page } from 'playwright-core';

/** 3000 × 2000 as it lies, to be seen 2000 × 3000; made in the page, which knows how. Over 400 kB. */
export async function takePhoto(page: Page): Promise<Buffer> {
  const made = await page.evaluate<string>(`new Promise((resolve) => {
    const canvas = document.createElement('canvas');
    canvas.width = 3000;
    canvas.height = 2000;
    const pen = canvas.getContext('2d');
    for (let n = 0; n < 20000; n += 1) {
      pen.fillStyle = 'hsl(' + ((n * 37) % 360) + ' 60% ' + ((n * 13) % 100) + '%)';
      pen.fillRect((n * 7919) % 3000, (n * 104729) % 2000, 40, 25);
    }
    resolve(canvas.toDataURL('image/jpeg', 0.95));
  })`);
  const photo = Buffer.from(made.slice(made.indexOf(',') + 1), 'base64');
  return Buffer.concat([photo.subarray(0, 2), turned, photo.subarray(2)]);
}

/** Exif: turn it by 90° to the right. */
const turned = Buffer.from('ffe1002245786966000049492a0008000000010012010300010000000600000000000000', 'hex');

/** Width and height of a JPEG, as it lies. */
export function sizeOf(jpeg: Buffer): [width: number, height: number] {
  for (let at = 2; at < jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const kind = jpeg.readUInt16BE(at);
    if (kind === 0xffc0 || kind === 0xffc2) return [jpeg.readUInt16BE(at + 7), jpeg.readUInt16BE(at + 5)];
  }
  throw new Error('no JPEG');
}
