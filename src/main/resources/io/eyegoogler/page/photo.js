// A photo on this page: as it is sent, as it is shown, and what was found in it.

import {anchorsOf} from './eyes.js';
import {sendable} from './foreign.js';
import {post} from './upload.js';

/** Faces are found in a photo of that size as well as in a larger one, px. */
const MAX_SIDE = 1600;
const QUALITY = 0.9;
/** Smaller files are sent sooner than they are shrunk, bytes. */
const SMALL = 600_000;
const LOOPBACK = /^(localhost|127\..*|\[::1\])$/;
const LOOKING = 'Looking for faces …';

export class Photo {
  /** The eyes' anchors as they were found, and as they are. */
  origin = [];
  anchors = [];
  found = null;

  constructor(file) {
    this.file = file;
    this.name = file.name || 'photo.jpg';
  }

  get isOpen() {
    return this.found !== null;
  }

  get isEdited() {
    return this.anchors !== this.origin;
  }

  /** Whether the service itself would put the eyes just there. */
  get isAsServed() {
    return !this.isEdited && !this.wasShrunk;
  }

  get faces() {
    return this.found.faces;
  }

  /** Reads the file and has its faces found; `task` is as `post` takes it. */
  async open(placing, task) {
    const {photo, note} = await sendable(this.file, task);
    this.note = note ?? '';
    this.file = photo;
    this.name = photo.name || this.name;
    const image = await decoded(photo);
    const {found, answer} = await this.#look(image, task);
    this.size = image && fits(image, found.image) ? {width: image.naturalWidth, height: image.naturalHeight} : null;
    this.url = image?.src;
    if (!this.size) {
      await this.#fetchShown(found.image, task);
    }
    this.found = scaled(found, this.size.width / found.image.width);
    this.answer = answer;
    this.origin = this.anchors = anchorsOf(this.faces, placing);
  }

  async #look(image, task) {
    const ask = async (photo) => {
      const answer = await post('faces', photo, {...task, doing: LOOKING});
      return {answer, found: JSON.parse(await answer.blob.text())};
    };
    const small = image && await shrunk(this.file, image);
    const first = await ask(small ?? this.file);
    // Those that are too small to be seen there may be seen in the whole photo.
    const isWhole = !small || first.found.faces.length === 0;
    this.wasShrunk = !isWhole;
    return small && isWhole ? ask(this.file) : first;
  }

  /** The upright photo as JPEG, from the service: this browser doesn't read it, or turns it another way. */
  async #fetchShown(size, task) {
    const answer = await post('eyegoogler?format=jpeg', this.file, {...task, fields: {eyes: '[]'}, doing: 'Reading …'});
    URL.revokeObjectURL(this.url);
    this.url = URL.createObjectURL(answer.blob);
    this.size = size;
  }
}

/** The photo as an img, or null if this browser doesn't read it. */
async function decoded(photo) {
  const image = new Image();
  image.src = URL.createObjectURL(photo);
  try {
    await image.decode();
    return image;
  } catch {
    URL.revokeObjectURL(image.src);
    return null;
  }
}

/** Whether both are of the same shape, so that nobody has turned it. */
function fits(image, {width, height}) {
  const ratio = (image.naturalWidth / image.naturalHeight) / (width / height);
  return Math.abs(ratio - 1) < 2 / Math.min(width, height);
}

/** A smaller copy to look for faces in, or null where the photo itself is there sooner. */
async function shrunk(photo, image) {
  const scale = MAX_SIDE / Math.max(image.naturalWidth, image.naturalHeight);
  if (scale >= 1 || photo.size < SMALL || LOOPBACK.test(location.hostname)) {
    return null;
  }
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const jpeg = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
  return jpeg && jpeg.size < photo.size ? new File([jpeg], photo.name, {type: jpeg.type}) : null;
}

function scaled(found, factor) {
  if (factor === 1) {
    return found;
  }
  const point = ({x, y}) => ({x: x * factor, y: y * factor});
  const faces = found.faces.map(({score, box, keypoints}) => ({
    score,
    box: {...point(box), width: box.width * factor, height: box.height * factor},
    keypoints: Object.fromEntries(Object.entries(keypoints).map(([name, place]) => [name, point(place)])),
  }));
  return {...found, faces};
}
