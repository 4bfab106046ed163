// Photos of formats that the service may not read. Where this browser can read one, or be made to, it is sent as JPEG.

/** Brands of ISO base media files, from byte 8 (ISO/IEC 23008-12 and the AVIF specification). */
const HEIC = /^(heic|heix|heim|heis|hevc|hevx|mif1|msf1)$/;
const AVIF = /^avi[fs]$/;
const QUALITY = 0.92;
const SUFFIXES = {'image/jpeg': '.jpg', 'image/png': '.png'};

/** HEIC or AVIF, or null for all else. */
async function kind(photo) {
  const start = new TextDecoder('latin1').decode(await photo.slice(4, 12).arrayBuffer());
  const brand = start.startsWith('ftyp') ? start.slice(4) : '';
  return HEIC.test(brand) ? 'HEIC' : AVIF.test(brand) ? 'AVIF' : null;
}

/** What to send for `photo`, with a `note` if it had to be changed; `task` has `onProgress` and `signal`. */
export async function sendable(photo, task) {
  const format = await kind(photo);
  const read = format && (await byBrowser(photo) ?? (format === 'HEIC' ? await byLibheif(photo, task) : null));
  if (!read) {
    // The service reads it, or explains what to do.
    return {photo};
  }
  const {type} = read.picture;
  const notes = [`your browser made a ${type.slice(6).toUpperCase()} of the ${format} photo first`, read.note];
  const file = new File([read.picture], photo.name.replace(/\.\w+$/, '') + SUFFIXES[type], {type});
  return {photo: file, note: notes.filter(Boolean).join('; ')};
}

async function byLibheif(photo, task) {
  const {decoded} = await import('./heic.js');
  return decoded(photo, task);
}

async function byBrowser(photo) {
  try {
    const bitmap = await createImageBitmap(photo);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d').drawImage(bitmap, 0, 0);
    bitmap.close();
    return {picture: await canvas.convertToBlob({type: 'image/jpeg', quality: QUALITY})};
  } catch {
    return null;
  }
}
