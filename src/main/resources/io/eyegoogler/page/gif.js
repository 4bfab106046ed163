// Writes an animated GIF (GIF89a): one palette for all frames, and of each frame only the part that changed.

import {compress} from './lzw.js';

/** Colors that agree in so many bits of each channel count as one. */
const BITS = 5;
const COLORS = 256;

export class Gif {
  #parts = [];
  #last = null;

  /** The palette is that of `first`, the RGBA pixels of a frame. */
  constructor(width, height, first) {
    this.width = width;
    this.height = height;
    this.palette = paletteOf(first);
    this.nearest = new Int16Array(1 << 3 * BITS).fill(-1);
    this.#parts.push(text('GIF89a'), words(width, height), [0xf7, 0, 0], this.palette.flat());
    this.#parts.push([0x21, 0xff, 11], text('NETSCAPE2.0'), [3, 1, 0, 0, 0]);
  }

  /** Adds a frame of RGBA pixels that is shown for `seconds`. */
  add(pixels, seconds) {
    const indexes = this.#indexed(pixels);
    const {x, y, width, height} = this.#last ? changed(this.#last, indexes, this.width) : this;
    const part = new Uint8Array(width * height);
    for (let row = 0; row < height; row++) {
      const from = ((y ?? 0) + row) * this.width + (x ?? 0);
      part.set(indexes.subarray(from, from + width), row * width);
    }
    this.#parts.push([0x21, 0xf9, 4, 4], words(Math.round(seconds * 100)), [0, 0]);
    this.#parts.push([0x2c], words(x ?? 0, y ?? 0, width, height), [0], compress(part));
    this.#last = indexes;
  }

  toBlob() {
    return new Blob([...this.#parts, [0x3b]].map((part) => Uint8Array.from(part)), {type: 'image/gif'});
  }

  #indexed(pixels) {
    const indexes = new Uint8Array(pixels.length / 4);
    for (let i = 0; i < indexes.length; i++) {
      const [r, g, b] = [pixels[4 * i], pixels[4 * i + 1], pixels[4 * i + 2]];
      const bin = binOf(r, g, b);
      if (this.nearest[bin] < 0) {
        this.nearest[bin] = this.#nearestTo(r, g, b);
      }
      indexes[i] = this.nearest[bin];
    }
    return indexes;
  }

  #nearestTo(r, g, b) {
    let best = 0;
    let least = Infinity;
    this.palette.forEach(([red, green, blue], index) => {
      const distance = (red - r) ** 2 + (green - g) ** 2 + (blue - b) ** 2;
      if (distance < least) {
        [best, least] = [index, distance];
      }
    });
    return best;
  }
}

const text = (string) => [...string].map((sign) => sign.charCodeAt(0));
const words = (...values) => values.flatMap((value) => [value & 0xff, value >> 8]);
const binOf = (r, g, b) => r >> 8 - BITS << 2 * BITS | g >> 8 - BITS << BITS | b >> 8 - BITS;

/** By median cut: boxes of colors are halved where they are widest until there are enough. */
function paletteOf(pixels) {
  const bins = new Map();
  for (let i = 0; i < pixels.length; i += 4) {
    const bin = binOf(pixels[i], pixels[i + 1], pixels[i + 2]);
    const entry = bins.get(bin) ?? bins.set(bin, {sum: [0, 0, 0], count: 0}).get(bin);
    entry.count++;
    for (let channel = 0; channel < 3; channel++) {
      entry.sum[channel] += pixels[i + channel];
    }
  }
  const colors = [...bins.values()].map(({sum, count}) => ({color: sum.map((value) => value / count), count}));
  const boxes = [boxOf(colors)];
  // Black and white are the eyes' own.
  while (boxes.length < COLORS - 2) {
    const widest = boxes.reduce((best, box) => box.weight > best.weight ? box : best);
    if (widest.colors.length < 2) {
      break;
    }
    boxes.splice(boxes.indexOf(widest), 1, ...halves(widest));
  }
  const palette = [[0, 0, 0], [255, 255, 255], ...boxes.map(mean)];
  return [...palette, ...Array(COLORS - palette.length).fill([0, 0, 0])];
}

function boxOf(colors) {
  const ranges = [0, 1, 2].map((channel) => {
    const values = colors.map(({color}) => color[channel]);
    return values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b));
  });
  const channel = ranges.indexOf(Math.max(...ranges));
  const count = colors.reduce((sum, color) => sum + color.count, 0);
  return {colors, channel, count, weight: colors.length < 2 ? 0 : ranges[channel] * Math.sqrt(count)};
}

function halves({colors, channel, count}) {
  const sorted = colors.toSorted((a, b) => a.color[channel] - b.color[channel]);
  let half = 0;
  let cut = 0;
  while (cut < sorted.length - 1 && (cut === 0 || half < count / 2)) {
    half += sorted[cut++].count;
  }
  return [boxOf(sorted.slice(0, cut)), boxOf(sorted.slice(cut))];
}

const mean = ({colors, count}) => [0, 1, 2].map((channel) =>
  Math.round(colors.reduce((sum, color) => sum + color.color[channel] * color.count, 0) / count));

/** The rectangle in which two frames differ; of at least a pixel. */
function changed(before, after, width) {
  let [left, top, right, bottom] = [width, Infinity, -1, -1];
  for (let i = 0; i < after.length; i++) {
    if (before[i] !== after[i]) {
      const x = i % width;
      const y = (i - x) / width;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  return bottom < 0 ? {x: 0, y: 0, width: 1, height: 1}
    : {x: left, y: top, width: right - left + 1, height: bottom - top + 1};
}
