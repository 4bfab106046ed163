// What is on the plate: the photos, the eyes on the one that is shown, and all that follows when something is changed.

import {advise, announce, hush, trouble} from './bubble.js';
import {reveal, restGrip} from './compare.js';
import {buildControls, showOptions} from './controls.js';
import {curlLine} from './curl.js';
import {withPair, withoutStyle} from './edits.js';
import {eyesOf} from './eyes.js';
import {showFacts} from './facts.js';
import {showFilm} from './film.js';
import {Hand} from './hand.js';
import {EyeLayer} from './layer.js';
import {CUSTOM, address, defaultOf, drawnSeed, fromAddress} from './options.js';
import {connectOwnEye, showOwnEye, take} from './ownpanel.js';
import {Photo} from './photo.js';
import {Picture} from './picture.js';
import {showRolls} from './rolls.js';
import './sheet.js';
import {fetchStyles} from './styles.js';
import {Undo} from './undo.js';
import {Refused} from './upload.js';
import {NOBODY, counted, expectedName, madeNoSense} from './words.js';
import {work} from './work.js';

const element = (id) => document.getElementById(id);
const layer = new EyeLayer(element('canvas'), element('before'));
const picture = new Picture(element('after'), layer);
const undo = new Undo();
const hand = new Hand((anchors, kind) => update({anchors}, kind));
/** The address changes so long after the last change: browsers forbid more than a few a second, ms. */
const ADDRESS_REST = 120;

let {options, refused} = fromAddress(location.search);
/** The scene: what GET /styles says, prepared, and the options. */
const scene = {styles: null, placing: null, get options() { return options; }};
const photos = [];
let photo = null;
let addressTimer = 0;

/** What the other modules may know of the plate. */
export const plate = {
  layer,
  hand,
  picture,
  get photo() { return photo; },
  get photos() { return photos; },
  get scene() { return scene; },
  get eyes() { return eyesOn(photo); },
};

export const eyesOn = (some) => eyesOf(some.anchors, scene.placing, options);

/**
 * Takes photos in, whatever way they came, and shows the first of them. A picture that is dropped on an eye, or pasted
 * while an eye is picked, becomes the eye.
 */
export async function feed(files, event) {
  hush();
  if (event && files.length === 1 && hand.takesPicture(event)) {
    await take(files[0], null, putOwnEye);
    return;
  }
  const fresh = [...files].map((file) => new Photo(file));
  photos.push(...fresh);
  if (!await show(fresh[0])) {
    photos.splice(photos.indexOf(fresh[0]), 1);
    showFilm(photos, photo, show);
  }
}

function feedAgain(failed) {
  photos.push(failed);
  show(failed);
}

/** Has the faces of `some` found, if nobody has yet. */
export async function open(some, task) {
  await prepare();
  if (!some.isOpen) {
    await some.open(scene.placing, task);
  }
}

/** Shows one of the photos; whether that went well. */
async function show(next) {
  const isNew = !next.isOpen;
  if (isNew) {
    const task = async (onProgress, signal) => {
      try {
        await open(next, {onProgress, signal});
      } catch (failure) {
        throw failure.name === 'NotReadableError' ? new Refused(failure.message, false) : failure;
      }
    };
    if (!await work(task, () => feedAgain(next))) {
      return false;
    }
  }
  await serve(next);
  if (isNew) {
    present();
  }
  return true;
}

/** Puts a photo whose faces are known onto the plate. */
async function serve(next) {
  photo = next;
  const before = element('before');
  before.src = photo.url;
  await before.decode();
  element('stage').style.setProperty('--ratio', photo.size.width / photo.size.height);
  restGrip(photo.faces, photo.size);
  hand.pick(null);
  render();
}

function present() {
  reveal();
  if (document.body.dataset.state !== 'fed') {
    document.body.dataset.state = 'fed';
    element('face').hidden = true;
    element('plate').hidden = element('more').hidden = false;
    element('plate').focus({preventScroll: true});
    render();
  }
  const {faces} = photo;
  if (faces.length === 0) {
    advise(NOBODY, {title: 'Put them on yourself', do: putPair});
  } else {
    announce(`Done. ${counted(faces.length)} got googly eyes.`);
  }
  if (refused.length) {
    trouble(madeNoSense(refused));
    refused = [];
  }
}

/** Makes all eyes look like `own`, in one's own pictures; null removes it. */
function putOwnEye(own) {
  if (own) {
    update({options: {own, style: CUSTOM}});
    announce('The picture is the eye now.');
    return;
  }
  photos.filter((other) => other !== photo).forEach((other) => {
    other.anchors = withoutStyle(other.anchors, CUSTOM);
  });
  const style = options.style === CUSTOM ? defaultOf('style') : options.style;
  update({anchors: withoutStyle(photo.anchors, CUSTOM), options: {own: null, style}});
}

/** A pair of eyes in the middle, ready to be moved. */
export function putPair() {
  const {anchors, size} = photo;
  update({anchors: withPair(anchors, {x: size.width / 2, y: size.height / 2}, size)});
  hand.pick(anchors.length);
}

async function prepare() {
  if (scene.styles) {
    return;
  }
  const {listed, styles, placing} = await fetchStyles();
  Object.assign(scene, {styles, placing});
  if (!styles.has(options.style)) {
    options = {...options, style: defaultOf('style')};
    refused = [...refused, 'style'];
  }
  buildControls(listed, (name, value) => update({options: {[name]: value}}, name));
  connectOwnEye(() => options.own, putOwnEye);
}

/** Changes `options` or the photo's `anchors`; `kind` as {@link Undo} takes it. */
export function update(change, kind = null) {
  undo.record(state(), kind);
  options = {...options, ...change.options};
  photo.anchors = change.anchors ?? photo.anchors;
  render();
}

const state = () => ({photo, anchors: photo.anchors, options});

export function roll() {
  update({options: {seed: drawnSeed()}});
}

export function back() {
  return undo.canUndo && restore(undo.undo(state()));
}

export function forth() {
  return undo.canRedo && restore(undo.redo(state()));
}

async function restore(then) {
  options = then.options;
  then.photo.anchors = then.anchors;
  if (then.photo !== photo) {
    await serve(then.photo);
  }
  render();
}

/** Shows the scene as it is now, all of it at once. */
function render() {
  if (options.own) {
    scene.styles.set(CUSTOM, options.own);
  } else {
    scene.styles.delete(CUSTOM);
  }
  showOwnEye(options.own ?? null);
  const eyes = eyesOn(photo);
  layer.show(eyes, scene.styles, photo.size);
  hand.show(photo, eyes, scene);
  showOptions(options);
  picture.follow(options.format, `Your photo with ${counted(eyes.length, 'googly eye')}`);
  showFacts(photo);
  showFilm(photos, photo, show);
  showRolls(element('before'), photo, scene, (seed) => update({options: {seed}}));
  element('undo').disabled = !undo.canUndo;
  element('redo').disabled = !undo.canRedo;
  element('dice').disabled = element('live').disabled = eyes.length === 0;
  element('curl').value = curlLine(location.href, photo.name, options, expectedName(photo.name, options.format),
    photo.isAsServed ? null : eyes);
  clearTimeout(addressTimer);
  addressTimer = setTimeout(() => history.replaceState(null, '', address(options)), ADDRESS_REST);
}
