// Eyes on the untouched photo whose pupils roll.

import {Ball} from './physics.js';
import {Loop} from './loop.js';
import {eyesOf} from './eyes.js';
import {paintEye} from './paint.js';

/** Phones make no canvas larger than that, px. */
const LARGEST = 16_000_000;
const QUALITY = 0.92;

export class Live {
  #eyes = [];
  #balls = [];
  #style = null;
  #loop = new Loop(() => this.#balls, () => this.#draw());

  /** `canvas` lies over `photo`, an img. */
  constructor(canvas, photo) {
    this.canvas = canvas;
    this.photo = photo;
    new ResizeObserver(() => this.#draw()).observe(canvas);
  }

  get running() {
    return this.#loop.running;
  }

  /** Where the pupils are now, for each eye. */
  get pupils() {
    return this.#balls.map(({x, y}) => ({x, y}));
  }

  /** Puts eyes on `faces`, in `style`; pupils start where `options` have them look. */
  set(faces, placing, style, options) {
    this.#eyes = eyesOf(faces.faces, placing, options);
    this.#balls = this.#eyes.map(({pupil}) => new Ball(pupil.x, pupil.y));
    this.#style = style;
    this.size = faces.image;
    this.#draw();
    this.#loop.wake();
  }

  start() {
    this.canvas.hidden = false;
    this.#loop.start();
  }

  stop() {
    this.canvas.hidden = true;
    this.#loop.stop();
  }

  #draw() {
    const {canvas} = this;
    if (!this.#style || !canvas.clientWidth) {
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
    this.#paint(context, width / this.size.width);
  }

  #paint(context, scale) {
    context.scale(scale, scale);
    this.#eyes.forEach((eye, index) => paintEye(context, this.#style, eye, this.#balls[index]));
  }

  /** The photo with the eyes as they are at this moment, as a file. */
  still(type) {
    const {width, height} = this.size;
    const scale = Math.min(1, Math.sqrt(LARGEST / (width * height)));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext('2d');
    context.drawImage(this.photo, 0, 0, canvas.width, canvas.height);
    this.#paint(context, scale);
    return new Promise((done) => canvas.toBlob(done, type, QUALITY));
  }
}
