// The eyes over the photo, drawn again whenever they change; their pupils lie still, or roll.

import {Ball} from './physics.js';
import {Loop} from './loop.js';
import {paintEyes} from './paint.js';

/** Phones make no canvas larger than that, px. */
const MAX_PIXELS = 16_000_000;
const QUALITY = 0.92;

export class EyeLayer {
  #eyes = [];
  #balls = null;
  #styles = null;
  #frame = 0;
  #loop = new Loop(() => this.#balls ?? [], () => this.#draw());

  /** `canvas` lies over `photo`, an img. */
  constructor(canvas, photo) {
    this.canvas = canvas;
    this.photo = photo;
    new ResizeObserver(() => this.#draw()).observe(canvas);
  }

  get isRolling() {
    return this.#loop.running;
  }

  /** Shows `eyes` on a photo of `size` with the next frame. Pupils that roll go on from where they are. */
  show(eyes, styles, size) {
    const before = new Map(this.#balls?.map((ball, index) => [this.#eyes[index].index, ball]));
    this.#eyes = eyes;
    this.#styles = styles;
    this.size = size;
    if (this.#balls) {
      this.#balls = eyes.map(({index, pupil}) => before.get(index) ?? new Ball(pupil.x, pupil.y));
      this.#loop.wake();
    }
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  roll() {
    this.#balls = this.#eyes.map(({pupil}) => new Ball(pupil.x, pupil.y));
    this.#loop.start();
  }

  rest() {
    this.#balls = null;
    this.#loop.stop();
    this.#draw();
  }

  #draw() {
    const {canvas} = this;
    if (!this.#styles || !canvas.clientWidth) {
      return;
    }
    const width = Math.round(canvas.clientWidth * devicePixelRatio);
    const height = Math.round(canvas.clientHeight * devicePixelRatio);
    if (canvas.width !== width || canvas.height !== height) {
      Object.assign(canvas, {width, height});
    }
    const context = canvas.getContext('2d');
    context.resetTransform();
    context.clearRect(0, 0, width, height);
    context.scale(width / this.size.width, height / this.size.height);
    paintEyes(context, this.#styles, this.#eyes, this.#balls);
  }

  /** Draws the photo and the eyes as they are at this moment, `width` px wide. */
  paint(canvas, width) {
    const scale = width / this.size.width;
    const height = Math.max(1, Math.round(this.size.height * scale));
    if (canvas.width !== width || canvas.height !== height) {
      Object.assign(canvas, {width, height});
    }
    const context = canvas.getContext('2d');
    context.resetTransform();
    context.drawImage(this.photo, 0, 0, width, height);
    context.scale(scale, scale);
    paintEyes(context, this.#styles, this.#eyes, this.#balls);
  }

  /** The photo with the eyes as they are at this moment, as a file's content. */
  still(type) {
    const {width, height} = this.size;
    const scale = Math.min(1, Math.sqrt(MAX_PIXELS / (width * height)));
    const canvas = document.createElement('canvas');
    this.paint(canvas, Math.max(1, Math.floor(width * scale)));
    return new Promise((done) => canvas.toBlob(done, type, QUALITY));
  }
}
