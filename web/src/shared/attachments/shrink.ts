// Photos made small before they are sent: one of 4 MB takes a minute and a half at 400 kbit/s.

/** In pixels: a number plate across a street can still be read. */
const longestSide = 1_920;
const quality = 0.82;
/** Below it there is little to win. */
const fromBytes = 400_000;
/** A moving or drawn picture would become another one. */
const photos = /^image\/(jpeg|png|webp|heic|heif)$/;

/**
 * The photo upright, as JPEG within 1,920 pixels, without what the camera wrote into it. The file itself where that
 * would be no smaller, or this browser cannot read it.
 */
export async function shrunk(file: File): Promise<File> {
  if (!photos.test(file.type) || file.size < fromBytes) return file;
  try {
    const small = await drawn(await createImageBitmap(file, { imageOrientation: 'from-image' }));
    if (!small || small.size >= file.size) return file;
    const name = file.name.replace(/(\.[a-z\d]+)?$/i, '.jpg');
    return new File([small], name, { type: small.type, lastModified: file.lastModified });
  } catch {
    return file;
  }
}

function drawn(photo: ImageBitmap): Promise<Blob | null> {
  const scale = Math.min(1, longestSide / Math.max(photo.width, photo.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(photo.width * scale);
  canvas.height = Math.round(photo.height * scale);
  const pen = canvas.getContext('2d');
  if (!pen) return Promise.resolve(null);
  // What is clear in a PNG is white in a JPEG, not black.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(photo, 0, 0, canvas.width, canvas.height);
  photo.close();
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
}
