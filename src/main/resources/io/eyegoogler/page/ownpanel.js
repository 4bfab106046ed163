// The buttons for one's own eye, and its sign among the styles.

import {chip} from './controls.js';
import {CUSTOM} from './options.js';
import {ownEye, pictureOf} from './own.js';
import {paintEyes} from './paint.js';
import {work} from './work.js';

const element = (id) => document.getElementById(id);
/** As the service's thumbnails show a style: a pair whose pupils don't look the same way. */
const THUMBNAIL = {width: 160, height: 96};
const PAIR = [
  {x: 45, y: 48, radius: 30, roll: 0, side: 'right', pupil: {x: 0.55, y: 0.5}, style: CUSTOM},
  {x: 115, y: 48, radius: 30, roll: 0, side: 'left', pupil: {x: -0.25, y: 0.7}, style: CUSTOM},
];

let shown = null;

/** `onEye` gets an own eye, or null to have none; `current()` gives the one that there is. */
export function connectOwnEye(current, onEye) {
  const input = element('eye-file');
  let isPupil = false;
  const choose = (pupil) => () => {
    isPupil = pupil;
    input.click();
  };
  element('eye-choose').addEventListener('click', choose(false));
  element('pupil-choose').addEventListener('click', choose(true));
  element('eye-remove').addEventListener('click', () => {
    onEye(null);
    element('eye-choose').focus();
  });
  input.addEventListener('change', async () => {
    const [file] = input.files;
    // So that the same file can be chosen again.
    const chosen = file && new File([file], file.name, {type: file.type});
    input.value = '';
    if (chosen) {
      await take(chosen, isPupil ? current() : null, onEye);
    }
  });
}

/** Makes an own eye of a file, or, where `eye` is one, its pupil. */
export async function take(file, eye, onEye) {
  await work(async (onProgress, signal) => {
    const picture = await pictureOf(file, {onProgress, signal});
    signal.throwIfAborted();
    onEye(eye ? ownEye(eye.eye, picture) : ownEye(picture, null));
  });
}

/** Shows what can be done with `own`, an own eye or null, and puts it among the styles, first. */
export function showOwnEye(own) {
  if (own === shown) {
    return;
  }
  shown = own;
  element('styles').querySelector(`[value=${CUSTOM}]`)?.parentElement.remove();
  if (own) {
    const sign = Object.assign(document.createElement('canvas'), THUMBNAIL);
    paintEyes(sign.getContext('2d'), new Map([[CUSTOM, own]]), PAIR);
    element('styles').prepend(chip('style', CUSTOM, own.title, sign));
  }
  element('pupil-choose').hidden = element('eye-remove').hidden = !own;
}
