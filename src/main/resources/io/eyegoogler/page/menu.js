// What is offered where the photo is tapped: new eyes, and on a face a style of its own.

import {styled, withEye, withPair} from './edits.js';

const element = (id) => document.getElementById(id);
const menu = element('menu');

export class Menu {
  #at = null;
  #face = null;

  /** `update` gets changed anchors, `pick` the index of an eye that is new. */
  constructor(update, pick) {
    this.update = update;
    this.pick = pick;
    element('add-eye').addEventListener('click', () => this.#add(withEye));
    element('add-pair').addEventListener('click', () => this.#add(withPair));
    element('own').addEventListener('change', ({target}) => {
      update(styled(this.photo.anchors, this.#face, target.value || null));
      this.close();
    });
    addEventListener('keydown', (event) => event.key === 'Escape' && this.close());
  }

  get isOpen() {
    return !menu.hidden;
  }

  /** `at` in px of the photo. */
  open(at) {
    const {width, height} = this.photo.size;
    const face = this.photo.faces.findIndex(({box}) =>
      at.x >= box.x && at.x <= box.x + box.width && at.y >= box.y && at.y <= box.y + box.height);
    this.#at = at;
    this.#face = face;
    element('own-style').hidden = face < 0;
    if (face >= 0) {
      this.#showStyles(this.photo.anchors.find((anchor) => anchor.face === face).style);
    }
    menu.style.setProperty('--x', at.x / width);
    menu.style.setProperty('--y', at.y / height);
    menu.hidden = false;
  }

  #showStyles(own) {
    const styles = [['', 'As the others'], ...[...this.scene.styles.values()].map(({id, title}) => [id, title])];
    element('own').replaceChildren(...styles.map(([value, text]) => new Option(text, value)));
    element('own').value = own ?? '';
  }

  close() {
    menu.hidden = true;
  }

  #add(change) {
    const {anchors, size} = this.photo;
    this.update(change(anchors, this.#at, size));
    this.pick(anchors.length);
  }
}
