// Reads the QR code that a page shows, as a camera would.
import type { Page } from 'playwright-core';
import { decodeQR } from 'qr/decode.js';

/** What is in the one that bears this label. Throws when it cannot be read. */
export async function readSquare(page: Page, label: string): Promise<string> {
  await page.getByRole('img', { name: label }).waitFor();
  const element = `document.querySelector('[aria-label=${JSON.stringify(label)}]')`;
  const seen = await page.evaluate<{ side: number; pixels: number[] }>(`(${look})(${element})`);
  return decodeQR({ width: seen.side, height: seen.side, data: Uint8Array.from(seen.pixels) });
}

/** Its style sheet does not come along: black on white is what cameras see. */
const look = `async (element) => {
  const side = 400;
  const image = new Image();
  const text = new XMLSerializer().serializeToString(element);
  image.src = 'data:image/svg+xml,' + encodeURIComponent(text.replace('<svg', '<svg width="' + side + '" height="' + side + '"'));
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, side, side);
  pen.drawImage(image, 0, 0);
  return { side, pixels: [...pen.getImageData(0, 0, side, side).data] };
}`;
