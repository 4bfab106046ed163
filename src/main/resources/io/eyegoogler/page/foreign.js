// Photos of formats that the service doesn't read. Where this browser reads one, it can be sent as JPEG.

/** Brands of ISO base media files, from byte 8 (ISO/IEC 23008-12 and the AVIF specification). */
const HEIC = /^(heic|heix|heim|heis|hevc|hevx|mif1|msf1)$/;
const AVIF = /^avi[fs]$/;
const QUALITY = 0.95;

const ADVICE = 'This is a HEIC photo. Neither the service nor this browser can read it. On the iPhone, choose '
  + 'Settings, Camera, Formats, Most Compatible for new photos; or save this one as JPEG and give me that.';

/** HEIC or AVIF, or null for all else. */
async function kind(photo) {
  const start = new TextDecoder('latin1').decode(await photo.slice(4, 12).arrayBuffer());
  const brand = start.startsWith('ftyp') ? start.slice(4) : '';
  return HEIC.test(brand) ? 'HEIC' : AVIF.test(brand) ? 'AVIF' : null;
}

/** What to send for `photo`, with a `note` if it had to be changed, or with `advice` if it can't be sent at all. */
export async function sendable(photo) {
  const format = await kind(photo);
  if (!format) {
    return {photo};
  }
  try {
    const note = `your browser made a JPEG of the ${format} photo first`;
    return {photo: await asJpeg(photo), note};
  } catch {
    // The service explains what to do about AVIF.
    return format === 'HEIC' ? {advice: ADVICE} : {photo};
  }
}

async function asJpeg(photo) {
  const bitmap = await createImageBitmap(photo);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
  bitmap.close();
  const jpeg = await canvas.convertToBlob({type: 'image/jpeg', quality: QUALITY});
  return new File([jpeg], photo.name.replace(/\.\w+$/, '') + '.jpg', {type: jpeg.type});
}
