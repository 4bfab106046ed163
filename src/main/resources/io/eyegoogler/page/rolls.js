// The last eight rolls of the dice as thumbnails, to go back to one.

import {eyesOf} from './eyes.js';
import {paintEyes} from './paint.js';

const MAX_ROLLS = 8;
/** Px of the screen. */
const HEIGHT = 64;
const MAX_WIDTH = 84;
/** They are drawn once nothing has changed for so long, ms. */
const REST = 150;
/** The photo is shrunk once, to so many px, so that eight thumbnails cost no more than one. */
const MAX_SIDE = 1200;
const list = document.getElementById('rolls');
/** By the address of the photo. */
const small = {source: null, canvas: null};

let seeds = [];
let timer = 0;

/** Keeps the seed, the newest first; one that is there stays where it is. */
function remember(seed) {
  if (!seeds.includes(seed)) {
    seeds = [seed, ...seeds].slice(0, MAX_ROLLS);
  }
}

/** Shows them on the photo that `image` shows; `onChoose` gets a seed. */
export function showRolls(image, {anchors, size}, {styles, placing, options}, onChoose) {
  remember(options.seed);
  while (list.children.length < seeds.length) {
    list.append(newRoll());
  }
  list.hidden = seeds.length < 2;
  if (list.hidden) {
    return;
  }
  [...list.children].forEach((item, index) => {
    const seed = seeds[index];
    const [button] = item.children;
    button.setAttribute('aria-pressed', seed === options.seed);
    button.setAttribute('aria-label', `Roll ${index + 1}`);
    button.onclick = () => onChoose(seed);
  });
  clearTimeout(timer);
  timer = setTimeout(() => [...list.children].forEach((item, index) => {
    const eyes = eyesOf(anchors, placing, {...options, seed: seeds[index]});
    draw(item.firstChild.firstChild, shrunk(image), size, styles, eyes);
  }), REST);
}

function shrunk(image) {
  if (small.source !== image.src) {
    const {naturalWidth: width, naturalHeight: height} = image;
    const scale = Math.min(1, MAX_SIDE / Math.max(width, height));
    const canvas = document.createElement('canvas');
    Object.assign(canvas, {width: Math.ceil(width * scale), height: Math.ceil(height * scale)});
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    Object.assign(small, {source: image.src, canvas});
  }
  return small.canvas;
}

function newRoll() {
  const button = Object.assign(document.createElement('button'), {type: 'button', className: 'thumb'});
  button.append(document.createElement('canvas'));
  const item = document.createElement('li');
  item.append(button);
  return item;
}

/** The photo's part where the eyes are, so that they can be seen. */
function draw(canvas, image, size, styles, eyes) {
  const area = around(eyes, size);
  canvas.height = Math.round(HEIGHT * devicePixelRatio);
  canvas.width = Math.round(Math.min(MAX_WIDTH, HEIGHT * area.width / area.height) * devicePixelRatio);
  const context = canvas.getContext('2d');
  const scale = Math.max(canvas.width / area.width, canvas.height / area.height);
  context.scale(scale, scale);
  context.translate(-area.x, -area.y);
  context.drawImage(image, 0, 0, size.width, size.height);
  paintEyes(context, styles, eyes);
}

function around(eyes, {width, height}) {
  if (!eyes.length) {
    return {x: 0, y: 0, width, height};
  }
  const left = Math.max(0, Math.min(...eyes.map(({x, radius}) => x - 2 * radius)));
  const top = Math.max(0, Math.min(...eyes.map(({y, radius}) => y - 2 * radius)));
  const right = Math.min(width, Math.max(...eyes.map(({x, radius}) => x + 2 * radius)));
  const bottom = Math.min(height, Math.max(...eyes.map(({y, radius}) => y + 2 * radius)));
  return {x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top)};
}
