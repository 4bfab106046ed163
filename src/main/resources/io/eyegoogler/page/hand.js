// Eyes by hand, on the photo: a tap picks one, a ring around it is dragged, its corner resizes it; a tap elsewhere
// offers new ones, and one on a face a style of its own.

import {Menu} from './menu.js';
import {Picks} from './picks.js';
import {moved, removed, resized} from './edits.js';

const element = (id) => document.getElementById(id);
const stage = element('stage');
const ring = element('ring');
/** What moves less is a tap, px of the screen. */
const TAP = 5;
/** An eye is at least so wide under a finger, px of the screen. */
const FINGER = 14;

export class Hand {
  #eyes = [];
  #picked = null;
  #drag = null;
  #wasDragged = false;

  /** `update(anchors, kind)` is called with eyes that were changed; `kind` as {@link Undo} takes it. */
  constructor(update) {
    this.update = update;
    this.picks = new Picks((index) => this.pick(index), (change, kind) => this.#change(change, kind));
    this.menu = new Menu((anchors) => update(anchors, null), (index) => this.pick(index));
    stage.addEventListener('pointerdown', (event) => this.#press(event));
    stage.addEventListener('pointermove', (event) => this.#move(event));
    for (const end of ['pointerup', 'pointercancel']) {
      stage.addEventListener(end, () => this.#release());
    }
    stage.addEventListener('click', (event) => this.#tap(event));
    stage.addEventListener('dragover', (event) => stage.classList.toggle('takes-eye', this.takesPicture(event)));
    for (const end of ['dragleave', 'drop']) {
      stage.addEventListener(end, () => stage.classList.remove('takes-eye'));
    }
    element('remove').addEventListener('click', () => this.#change(removed, null));
    addEventListener('keydown', (event) => event.key === 'Escape' && this.pick(null));
  }

  /** Shows what can be taken hold of. */
  show(photo, eyes, scene) {
    this.photo = photo;
    this.#eyes = eyes;
    this.menu.scene = scene;
    this.menu.photo = photo;
    if (!eyes.some(({index}) => index === this.#picked)) {
      this.#picked = null;
    }
    this.picks.show(photo, eyes);
    this.#showRing();
  }

  /** Whether a picture that is dropped or pasted by that event is meant for an eye: the one there, or the picked one. */
  takesPicture(event) {
    if (!this.photo) {
      return false;
    }
    return event.type === 'paste' ? this.#picked !== null : Boolean(this.#eyeAt(this.#place(event)));
  }

  pick(index) {
    this.#picked = index;
    this.menu.close();
    this.#showRing();
  }

  #showRing() {
    const eye = this.#eyes.find(({index}) => index === this.#picked);
    ring.hidden = !eye;
    if (eye) {
      const {width, height} = this.photo.size;
      const set = (name, value) => ring.style.setProperty(name, `${100 * value}%`);
      set('left', eye.x / width);
      set('top', eye.y / height);
      set('width', 2 * eye.radius / width);
    }
    this.picks.mark(this.#picked);
  }

  #change(change, kind) {
    if (this.#picked !== null) {
      this.update(change(this.photo.anchors, this.#picked, this.photo.size), kind);
    }
  }

  /** Where an event is, px of the photo. */
  #place({clientX, clientY}) {
    const {left, top, width} = element('canvas').getBoundingClientRect();
    const scale = this.photo.size.width / width;
    return {x: (clientX - left) * scale, y: (clientY - top) * scale, scale};
  }

  /** The topmost eye there. */
  #eyeAt({x, y, scale}) {
    return this.#eyes.findLast((eye) => Math.hypot(eye.x - x, eye.y - y) < Math.max(eye.radius, FINGER * scale));
  }

  #press(event) {
    this.#wasDragged = false;
    if (!this.photo || event.button !== 0 || event.target.closest('.edge, #menu, #work, #remove')) {
      return;
    }
    const at = this.#place(event);
    const onRing = event.target.closest('#ring');
    const eye = onRing ? this.#eyes.find(({index}) => index === this.#picked) : this.#eyeAt(at);
    // A finger on an eye that isn't picked may be about to scroll.
    if (eye && (onRing || event.pointerType !== 'touch')) {
      const resizes = event.target.id === 'corner';
      const {clientX: x, clientY: y} = event;
      this.#drag = {eye, at, resizes, kind: Symbol('drag'), anchors: this.photo.anchors, x, y};
      event.preventDefault();
    }
  }

  #move(event) {
    const drag = this.#drag;
    if (!drag) {
      stage.classList.toggle('over-eye', Boolean(this.photo && this.#eyeAt(this.#place(event))));
      return;
    }
    if (!this.#wasDragged && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < TAP) {
      return;
    }
    if (!this.#wasDragged) {
      this.#wasDragged = true;
      stage.setPointerCapture(event.pointerId);
      this.pick(drag.eye.index);
    }
    const at = this.#place(event);
    const {index, x, y} = drag.eye;
    const far = (place) => Math.max(1, Math.hypot(place.x - x, place.y - y));
    this.update(drag.resizes
      ? resized(drag.anchors, index, far(at) / far(drag.at))
      : moved(drag.anchors, index, at.x - drag.at.x, at.y - drag.at.y, this.photo.size), drag.kind);
  }

  #release() {
    this.#drag = null;
  }

  #tap(event) {
    if (this.#wasDragged || !this.photo || event.target.closest('.edge, #menu, #work, #ring, #picks')) {
      return;
    }
    const at = this.#place(event);
    const eye = this.#eyeAt(at);
    if (eye || this.#picked !== null || this.menu.isOpen) {
      this.pick(eye?.index ?? null);
    } else {
      this.menu.open(at);
    }
  }
}
