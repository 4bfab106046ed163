// The compression of GIF (GIF89a, appendix F), for pixels of eight bits.

const CLEAR = 256;
const END = 257;
const MIN_LENGTH = 9;
const MAX_CODES = 4096;
/** A block of data is at most so long, bytes. */
const BLOCK = 255;

/** The image data of `pixels`: the code size, then blocks, then an empty one. */
export function compress(pixels) {
  const out = new Bits();
  let codes = new Map();
  let length = MIN_LENGTH;
  let next = END + 1;
  out.add(CLEAR, length);
  let prefix = pixels[0];
  for (let i = 1; i < pixels.length; i++) {
    const key = prefix << 8 | pixels[i];
    const code = codes.get(key);
    if (code !== undefined) {
      prefix = code;
      continue;
    }
    out.add(prefix, length);
    prefix = pixels[i];
    if (next < MAX_CODES) {
      // A code is as long as the largest one that the reader may know by then.
      length += next >> length;
      codes.set(key, next++);
    } else {
      out.add(CLEAR, length);
      codes = new Map();
      length = MIN_LENGTH;
      next = END + 1;
    }
  }
  out.add(prefix, length);
  out.add(END, length);
  return blocks(out.bytes());
}

class Bits {
  #bytes = [];
  #buffer = 0;
  #count = 0;

  add(code, length) {
    this.#buffer |= code << this.#count;
    this.#count += length;
    while (this.#count >= 8) {
      this.#bytes.push(this.#buffer & 0xff);
      this.#buffer >>>= 8;
      this.#count -= 8;
    }
  }

  bytes() {
    return this.#count ? [...this.#bytes, this.#buffer] : this.#bytes;
  }
}

function blocks(bytes) {
  const result = [8];
  for (let i = 0; i < bytes.length; i += BLOCK) {
    const block = bytes.slice(i, i + BLOCK);
    result.push(block.length);
    for (const byte of block) {
      result.push(byte);
    }
  }
  result.push(0);
  return result;
}
