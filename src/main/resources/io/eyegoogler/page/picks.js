// The list of eyes, for the keyboard and for screen readers; each lies over its eye.

import {moved, removed, resized} from './edits.js';

const list = document.getElementById('picks');
/** Steps of an arrow key: a share of the photo's width, and with Shift. */
const STEP = 1 / 300;
const LARGE_STEP = 1 / 40;
const GROWTH = 1.08;
const ARROWS = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
const WALK = {PageDown: 1, PageUp: -1};

export class Picks {
  #buttons = [];

  /** `onChange` gets a function that takes anchors, index and size, and gives anchors. */
  constructor(onPick, onChange) {
    this.onPick = onPick;
    this.onChange = onChange;
    list.addEventListener('keydown', (event) => this.#press(event));
    list.addEventListener('focusin', ({target}) => onPick(Number(target.dataset.index)));
    list.addEventListener('click', ({target}) => target.dataset.index && onPick(Number(target.dataset.index)));
  }

  show(photo, eyes) {
    while (this.#buttons.length > eyes.length) {
      this.#buttons.pop().parentElement.remove();
    }
    while (this.#buttons.length < eyes.length) {
      this.#buttons.push(newButton());
    }
    const {width, height} = photo.size;
    eyes.forEach((eye, i) => {
      const button = this.#buttons[i];
      button.dataset.index = eye.index;
      button.setAttribute('aria-label', nameOf(photo.anchors[eye.index], i));
      const {style} = button.parentElement;
      style.setProperty('left', `${100 * eye.x / width}%`);
      style.setProperty('top', `${100 * eye.y / height}%`);
      style.setProperty('width', `${200 * eye.radius / width}%`);
    });
  }

  /** One can be tabbed to: the eye that is picked, or the first. */
  mark(index) {
    const picked = this.#buttons.find(({dataset}) => Number(dataset.index) === index);
    this.#buttons.forEach((button, i) => {
      button.tabIndex = (picked ? button === picked : i === 0) ? 0 : -1;
      button.setAttribute('aria-pressed', button === picked);
    });
  }

  #press(event) {
    const at = this.#buttons.indexOf(event.target);
    if (event.ctrlKey || event.metaKey || event.altKey || at < 0) {
      return;
    }
    const {key} = event;
    if (ARROWS[key]) {
      const [x, y] = ARROWS[key];
      this.onChange((anchors, index, size) => {
        const step = size.width * (event.shiftKey ? LARGE_STEP : STEP);
        return moved(anchors, index, x * step, y * step, size);
      }, 'keys');
    } else if (key === '+' || key === '=' || key === '-') {
      this.onChange((anchors, index) => resized(anchors, index, key === '-' ? 1 / GROWTH : GROWTH), 'keys');
    } else if (key === 'Delete' || key === 'Backspace') {
      this.onChange(removed, null);
      this.#focus(Math.min(at, this.#buttons.length - 1));
    } else if (WALK[key]) {
      this.#focus((at + WALK[key] + this.#buttons.length) % this.#buttons.length);
    } else {
      return;
    }
    event.preventDefault();
  }

  #focus(at) {
    const next = this.#buttons[at];
    if (next) {
      next.focus();
      this.onPick(Number(next.dataset.index));
    } else {
      document.getElementById('plate').focus();
    }
  }
}

function newButton() {
  const button = Object.assign(document.createElement('button'), {type: 'button', className: 'pick'});
  button.setAttribute('aria-describedby', 'pick-help');
  const item = document.createElement('li');
  item.append(button);
  list.append(item);
  return button;
}

function nameOf({face, side}, position) {
  return typeof face === 'number' ? `Face ${face + 1}, ${side} eye` : `Eye ${position + 1}, put there by hand`;
}
