// One's own eye: a picture that is drawn instead of a style, and maybe one of its pupil.

import {sendable} from './foreign.js';
import {CUSTOM} from './options.js';
import {Refused} from './upload.js';

/** What the service takes. */
const MAX_PIXELS = 1_000_000;
const MAX_BYTES = 1 << 20;
/** Of a picture without a size of its own, as SVG may be, px. */
const SIDE = 512;
/** Alpha from which a pixel is seen, as the service has it. */
const VISIBLE = 128;
/** Share of the width that is left when a file is too large. */
const SHRINK = 0.75;

const UNREADABLE = 'I can’t read that picture. A PNG with a transparent background is best for an eye.';

/** An eye of two pictures as {@link pictureOf} gives them, of which `pupil` may be null, in the form of a style. */
export function ownEye(eye, pupil) {
  const diameter = pupil && Math.max(longerSide(eye), longerSide(pupil));
  const reach = pupil ? Math.max(0, 1 - 2 * pupil.extent / diameter) : 0;
  return {id: CUSTOM, title: 'Own eye', reach, eye, pupil, parts: []};
}

export const longerSide = ({width, height}) => Math.max(width, height);

/** A file's picture as it is sent and drawn; `task` is as `sendable` takes it. One without transparency becomes a disc. */
export async function pictureOf(file, task) {
  const {photo} = await sendable(file, task);
  const image = await decoded(photo);
  try {
    let canvas = drawn(image);
    const isOpaque = !hasTransparency(canvas);
    if (isOpaque) {
      canvas = asDisc(canvas);
    }
    const isFit = file.type === 'image/png' && file.size <= MAX_BYTES && !isOpaque
      && canvas.width === image.naturalWidth && canvas.height === image.naturalHeight;
    let png = isFit ? file : await asPng(canvas);
    while (png.size > MAX_BYTES) {
      canvas = copied(canvas, SHRINK);
      png = await asPng(canvas);
    }
    const {width, height} = canvas;
    return {png, name: isFit ? file.name : 'eye.png', width, height, levels: levelsOf(canvas), extent: extentOf(canvas)};
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

async function decoded(file) {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await image.decode();
    return image;
  } catch {
    URL.revokeObjectURL(image.src);
    throw new Refused(UNREADABLE, false);
  }
}

function newCanvas(width, height) {
  return Object.assign(document.createElement('canvas'), {width: Math.max(1, width), height: Math.max(1, height)});
}

/** The image, shrunk to what the service takes. */
function drawn(image) {
  const [width, height] = [image.naturalWidth || SIDE, image.naturalHeight || SIDE];
  const scale = Math.min(1, Math.sqrt(MAX_PIXELS / (width * height)));
  const canvas = newCanvas(Math.floor(width * scale), Math.floor(height * scale));
  const context = canvas.getContext('2d', {willReadFrequently: true});
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function copied(canvas, scale) {
  const copy = newCanvas(Math.round(canvas.width * scale), Math.round(canvas.height * scale));
  const context = copy.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(canvas, 0, 0, copy.width, copy.height);
  return copy;
}

const pixelsOf = (canvas) => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;

function hasTransparency(canvas) {
  return pixelsOf(canvas).some((value, index) => index % 4 === 3 && value < 255);
}

/** What is within the largest circle around the middle. */
function asDisc(canvas) {
  const side = Math.min(canvas.width, canvas.height);
  const disc = newCanvas(side, side);
  const context = disc.getContext('2d');
  context.arc(side / 2, side / 2, side / 2, 0, 2 * Math.PI);
  context.clip();
  context.drawImage(canvas, (side - canvas.width) / 2, (side - canvas.height) / 2);
  return disc;
}

async function asPng(canvas) {
  const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'));
  return new File([blob], 'eye.png', {type: 'image/png'});
}

/** The distance from the middle to the farthest corner of a pixel that is seen. */
function extentOf(canvas) {
  const {width, height} = canvas;
  const pixels = pixelsOf(canvas);
  let farthest = 0;
  for (let y = 0; y < height; y++) {
    const dy = Math.abs(y + 0.5 - height / 2) + 0.5;
    for (let x = 0; x < width; x++) {
      if (pixels[4 * (y * width + x) + 3] >= VISIBLE) {
        const dx = Math.abs(x + 0.5 - width / 2) + 0.5;
        farthest = Math.max(farthest, dx * dx + dy * dy);
      }
    }
  }
  return Math.sqrt(farthest);
}

/** The picture in ever smaller sizes, each half as large as the one before, so that it can be shrunk smoothly. */
function levelsOf(canvas) {
  const levels = [canvas];
  while (longerSide(levels.at(-1)) > 1) {
    levels.push(halved(levels.at(-1)));
  }
  return levels;
}

/** Of an odd last row or column, each pixel counts twice. */
function halved(large) {
  const {width, height} = large;
  const small = newCanvas(Math.ceil(width / 2), Math.ceil(height / 2));
  const even = newCanvas(2 * small.width, 2 * small.height);
  const context = even.getContext('2d');
  context.drawImage(large, 0, 0);
  context.drawImage(large, width - 1, 0, 1, height, width, 0, 1, height);
  context.drawImage(even, 0, height - 1, even.width, 1, 0, height, even.width, 1);
  small.getContext('2d').drawImage(even, 0, 0, small.width, small.height);
  return small;
}
