// Reads the QR codes in a photo, here: it goes to no server. By the browser itself, or by a decoder that comes when it is needed.

/** What some browsers have (Shape Detection API). */
interface Detector {
  detect: (image: ImageBitmap) => Promise<{ rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats: () => Promise<string[]>;
}

/** The longer side, in pixels: a code is found best where its dots are a few pixels wide. */
const sides = [1_000, 1_800, 500];

async function byBrowser(image: ImageBitmap): Promise<string | undefined> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
  try {
    if (!BarcodeDetector || !(await BarcodeDetector.getSupportedFormats()).includes('qr_code'))
      return undefined;
    const [found] = await new BarcodeDetector({ formats: ['qr_code'] }).detect(image);
    return found?.rawValue;
  } catch {
    return undefined;
  }
}

async function byDecoder(image: ImageBitmap): Promise<string | undefined> {
  const { decodeQR } = await import('qr/decode.js');
  for (const side of sides) {
    const scale = Math.min(1, side / Math.max(image.width, image.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(image.width * scale));
    canvas.height = Math.max(1, Math.round(image.height * scale));
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    if (!pen) return undefined;
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    try {
      return decodeQR(pen.getImageData(0, 0, canvas.width, canvas.height));
    } catch {
      // Not at this size.
    }
  }
  return undefined;
}

/** What the QR code in the photo says; undefined: none can be read. Throws when the decoder does not arrive. */
export async function readPhoto(file: File): Promise<string | undefined> {
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (!image) return undefined;
  try {
    return (await byBrowser(image)) ?? (await byDecoder(image));
  } finally {
    image.close();
  }
}
