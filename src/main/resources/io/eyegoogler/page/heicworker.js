// A worker that reads one HEIC photo: with libheif, WebAssembly that this service has. It gets the file, tells how much
// of libheif is there, and answers with an upright JPEG, or a PNG where pixels are transparent.

importScripts('libheif.js');

/** What HEIC photos may have, px; an upper bound for what a damaged file claims. */
const MAX_PIXELS = 50_000_000;
const QUALITY = 0.92;
/** Values of libheif's C API: heif_error.h, heif_image.h and heif_color.h. */
const OK = 0;
const SECURITY_LIMIT_EXCEEDED = 1000;
const COLORSPACE_RGB = 1;
const CHROMA_RGBA = 11;
const CHANNEL_INTERLEAVED = 10;
const NO_PROFILE = 0;
const NCLX = 0x6e636c78;
/** Color primaries and transfer characteristics (ITU-T H.273). */
const UNSPECIFIED = 2;
const SRGB = 1;
const DISPLAY_P3 = 12;
const NEAR_SRGB = [SRGB, UNSPECIFIED, 5, 6];
const PQ = 16;
const HLG = 18;

const OTHER_COLORS = 'its colors may be off';

addEventListener('message', async ({data: photo}) => {
  let heif;
  try {
    heif = await load();
  } catch {
    postMessage({trouble: 'unreachable'});
    return;
  }
  try {
    postMessage({stage: 'reading'});
    postMessage(await new Reader(heif).read(new Uint8Array(await photo.arrayBuffer())));
  } catch (failure) {
    postMessage({trouble: failure instanceof TooLarge ? 'large' : 'unreadable'});
  }
});

class TooLarge extends Error {}

async function load() {
  const answer = await fetch('libheif.wasm.gz');
  if (!answer.ok) {
    throw new Error(`libheif: ${answer.status}`);
  }
  const total = Number(answer.headers.get('Content-Length'));
  let loaded = 0;
  const counting = new TransformStream({transform(chunk, controller) {
    loaded += chunk.length;
    postMessage({stage: 'loading', loaded, total});
    controller.enqueue(chunk);
  }});
  const module = answer.body.pipeThrough(counting).pipeThrough(new DecompressionStream('gzip'));
  const wasmBinary = new Uint8Array(await new Response(module).arrayBuffer());
  return libheif({wasmBinary, print: () => {}, printErr: () => {}});
}

/** Calls libheif's C functions. What they allocate stays until the worker is terminated, after one photo. */
class Reader {
  #heif;
  #error;

  constructor(heif) {
    this.#heif = heif;
    this.#error = heif._malloc(12);
  }

  async read(file) {
    const heif = this.#heif;
    const context = heif._heif_context_alloc();
    heif._heif_context_set_maximum_image_size_limit(context, Math.floor(Math.sqrt(MAX_PIXELS)));
    const bytes = heif._malloc(file.length);
    heif.HEAPU8.set(file, bytes);
    this.#call('_heif_context_read_from_memory_without_copy', context, bytes, file.length, 0);
    const handle = this.#get('_heif_context_get_primary_image_handle', context);
    const width = heif._heif_image_handle_get_width(handle);
    const height = heif._heif_image_handle_get_height(handle);
    if (width * height > MAX_PIXELS) {
      throw new TooLarge(`${width} × ${height}`);
    }
    const isOpaque = !heif._heif_image_handle_has_alpha_channel(handle);
    const profile = this.#profile(handle);
    const space = profile ? {} : this.#space(handle);
    const image = await this.#decode(handle, width, height, space.name);
    const picture = await image.canvas.convertToBlob({type: isOpaque ? 'image/jpeg' : 'image/png', quality: QUALITY});
    return {picture, profile, note: space.note ?? image.note};
  }

  /** The photo upright: libheif itself applies rotation, mirroring and clean aperture. */
  #decode(handle, width, height, colorSpace = 'srgb') {
    const heif = this.#heif;
    const decoded = this.#get('_heif_decode_image', handle, COLORSPACE_RGB, CHROMA_RGBA, 0);
    const strideAt = heif._malloc(4);
    const start = heif._heif_image_get_plane_readonly(decoded, CHANNEL_INTERLEAVED, strideAt);
    const stride = this.#int(strideAt);
    if (!start || heif._heif_image_get_width(decoded, CHANNEL_INTERLEAVED) !== width
        || heif._heif_image_get_height(decoded, CHANNEL_INTERLEAVED) !== height) {
      throw new Error('Another size than the header says');
    }
    const pixels = new Uint8ClampedArray(heif.HEAPU8.buffer, start, stride * height);
    if (heif._heif_image_is_premultiplied_alpha(decoded)) {
      unmultiply(pixels);
    }
    // A row has as many pixels as fit into the stride; the canvas takes only those of the photo.
    const data = new ImageData(pixels, stride / 4, height, {colorSpace});
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d').putImageData(data, 0, 0);
    return {canvas, note: (data.colorSpace ?? 'srgb') === colorSpace ? undefined : OTHER_COLORS};
  }

  /** The photo's ICC profile, or null. */
  #profile(handle) {
    const heif = this.#heif;
    const length = heif._heif_image_handle_get_raw_color_profile_size(handle);
    if (!length) {
      return null;
    }
    const start = heif._malloc(length);
    this.#call('_heif_image_handle_get_raw_color_profile', handle, start);
    return heif.HEAPU8.slice(start, start + length);
  }

  /** The color space that code points name (nclx): one that a canvas knows, or a note. */
  #space(handle) {
    const type = this.#heif._heif_image_handle_get_color_profile_type(handle);
    if (type === NO_PROFILE) {
      return {};
    }
    const nclx = type === NCLX ? this.#get('_heif_image_handle_get_nclx_color_profile', handle) : 0;
    const primaries = nclx && this.#int(nclx + 4);
    const transfer = nclx && this.#int(nclx + 8);
    const isHdr = transfer === PQ || transfer === HLG;
    if (!isHdr && primaries === DISPLAY_P3) {
      return {name: 'display-p3'};
    }
    return !isHdr && NEAR_SRGB.includes(primaries) ? {} : {note: OTHER_COLORS};
  }

  #int(address) {
    return this.#heif.HEAP32[address >> 2];
  }

  /** Calls a function that returns a heif_error: code, subcode and message, at an address that it is given. */
  #call(name, ...parameters) {
    this.#heif[name](this.#error, ...parameters);
    const subcode = this.#int(this.#error + 4);
    if (this.#int(this.#error) !== OK) {
      throw subcode === SECURITY_LIMIT_EXCEEDED ? new TooLarge(name) : new Error(`${name}: ${subcode}`);
    }
  }

  /** Calls a function that also has an output parameter, the one behind `first`. */
  #get(name, first, ...others) {
    const output = this.#heif._malloc(4);
    this.#call(name, first, output, ...others);
    return this.#int(output);
  }
}

/** Divides colors by alpha, as canvases take them. */
function unmultiply(pixels) {
  for (let i = 0; i < pixels.length; i += 4) {
    const factor = 255 / (pixels[i + 3] || 255);
    pixels[i] *= factor;
    pixels[i + 1] *= factor;
    pixels[i + 2] *= factor;
  }
}
