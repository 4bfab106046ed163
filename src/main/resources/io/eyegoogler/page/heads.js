// Heads in a moving picture: which face is whose from one answer to the next, eyes that glide between answers, and
// pupils thrown about by the heads' own movement.

import {anchorsOf, eyesOf} from './eyes.js';
import {Ball, GRAVITY} from './physics.js';

/** Eyes are where the face is seen to be after about so long, s. */
const GLIDE = 0.06;
/** A head that isn't seen for so long is gone, ms. */
const PATIENCE = 600;
/** Faces whose middles are nearer than so many distances between the eyes are the same. */
const SAME = 1.6;
/** Of the head's acceleration, in eye radii, so much reaches its pupils, and so much at most. */
const THROW = 0.25;
const MAX_PUSH = 8 * GRAVITY;
const MAX_STEP = 1 / 20;
/** Between answers, a head is taken to move on as it did, for at most so long, ms; of a new speed so much counts. */
const MAX_LEAD = 200;
const PROMPT = 0.6;

const mix = (a, b, share) => ({x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share});
const middle = ({rightEye, leftEye}) => mix(rightEye, leftEye, 0.5);
const span = ({rightEye, leftEye}) => Math.hypot(rightEye.x - leftEye.x, rightEye.y - leftEye.y);

export class Heads {
  #heads = [];
  #then = 0;
  #count = 0;

  /** Takes in faces, each as its keypoints, of a frame that was `taken` at that time, ms. */
  see(faces, taken) {
    const now = performance.now();
    const free = new Set(this.#heads);
    for (const face of faces) {
      const head = nearest(free, face);
      if (head) {
        free.delete(head);
        const speed = speedOf(head, face, taken);
        Object.assign(head, {target: face, seen: now, taken, speed});
      } else {
        const balls = [new Ball(0, 0.9), new Ball(0, 0.9)];
        const speed = {x: 0, y: 0};
        const seed = this.#count++;
        this.#heads.push({target: face, shown: face, seen: now, taken, speed, seed, balls, vx: 0, vy: 0});
      }
    }
  }

  /** The eyes to draw at the time `now`, ms. */
  eyes(now, placing, style) {
    const seconds = Math.min(MAX_STEP, Math.max(0.001, (now - this.#then) / 1000));
    this.#then = now;
    this.#heads = this.#heads.filter(({seen}) => performance.now() - seen < PATIENCE);
    return this.#heads.flatMap((head) => {
      glide(head, seconds);
      const anchors = anchorsOf([{keypoints: head.shown}], placing);
      const eyes = eyesOf(anchors, placing, {style, size: 1, gaze: 'down', seed: head.seed});
      return eyes.map((eye) => ({...eye, pupil: head.balls[eye.index]}));
    });
  }
}

function nearest(heads, face) {
  const at = middle(face);
  const reach = SAME * Math.max(span(face), 1);
  let best = null;
  let least = reach;
  for (const head of heads) {
    const other = middle(head.target);
    const way = Math.hypot(other.x - at.x, other.y - at.y);
    if (way < least) {
      [best, least] = [head, way];
    }
  }
  return best;
}

/** Px/ms, from the frame before to this one. */
function speedOf({target, taken: before, speed}, face, taken) {
  const [from, to] = [middle(target), middle(face)];
  const time = Math.max(1, taken - before);
  return mix(speed, {x: (to.x - from.x) / time, y: (to.y - from.y) / time}, PROMPT);
}

function glide(head, seconds) {
  const lead = Math.min(MAX_LEAD, performance.now() - head.taken);
  const ahead = ({x, y}) => ({x: x + head.speed.x * lead, y: y + head.speed.y * lead});
  const share = 1 - Math.exp(-seconds / GLIDE);
  const before = middle(head.shown);
  const glided = ([name, place]) => [name, mix(place, ahead(head.target[name]), share)];
  head.shown = Object.fromEntries(Object.entries(head.shown).map(glided));
  const after = middle(head.shown);
  const radius = Math.max(1, span(head.shown) / 3);
  const [vx, vy] = [(after.x - before.x) / seconds / radius, (after.y - before.y) / seconds / radius];
  const push = (change) => Math.max(-MAX_PUSH, Math.min(MAX_PUSH, THROW * change / seconds));
  const [ax, ay] = [-push(vx - head.vx), GRAVITY - push(vy - head.vy)];
  Object.assign(head, {vx, vy});
  head.balls.forEach((ball) => ball.move(seconds, ax, ay));
}
