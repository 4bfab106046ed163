// Asks the service for the faces in a moving picture: small frames, one at a time.

import {currentKey, headersFor, otherKey} from './key.js';
import {Refused} from './upload.js';

const WIDTH = 320;
const QUALITY = 0.8;
/** After an error, not before so long, ms. */
const PAUSE = 1000;

export class LiveFaces {
  #canvas = document.createElement('canvas');
  #isBusy = false;
  #notBefore = 0;
  #abort = new AbortController();

  /** `onFaces` gets the keypoints of each face, in px of the picture, and when that was taken, ms. */
  constructor(onFaces) {
    this.onFaces = onFaces;
  }

  /** Sends `picture` as it is now, unless one is still under way. */
  look(picture) {
    if (!this.#isBusy && performance.now() > this.#notBefore) {
      this.#isBusy = true;
      this.#ask(picture).catch((failure) => {
        // Who gives no key isn't asked again.
        this.#notBefore = failure instanceof Refused ? Infinity : performance.now() + PAUSE;
      }).finally(() => {
        this.#isBusy = false;
      });
    }
  }

  async #ask(picture) {
    const taken = performance.now();
    const scale = Math.min(1, WIDTH / picture.width);
    this.#canvas.width = Math.round(picture.width * scale);
    this.#canvas.height = Math.round(picture.height * scale);
    this.#canvas.getContext('2d').drawImage(picture, 0, 0, this.#canvas.width, this.#canvas.height);
    const body = await new Promise((done) => this.#canvas.toBlob(done, 'image/jpeg', QUALITY));
    const {signal} = this.#abort;
    const key = currentKey();
    const answer = await fetch('faces?detection=fast', {method: 'POST', body, signal, headers: headersFor(key)});
    if (answer.status === 401) {
      await otherKey(key);
      return;
    }
    if (!answer.ok) {
      throw new Error(`The answer was ${answer.status}`);
    }
    const {faces} = await answer.json();
    this.onFaces(faces.map(({keypoints}) => pointsIn(keypoints, 1 / scale)), taken);
  }

  stop() {
    this.#abort.abort();
  }
}

function pointsIn(keypoints, factor) {
  return Object.fromEntries(Object.entries(keypoints).map(([name, {x, y}]) => [name, {x: x * factor, y: y * factor}]));
}
