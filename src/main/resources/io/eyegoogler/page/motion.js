// What pushes the pupils: gravity as the phone is held, and the jerks of the pointer or of the phone.

import {GRAVITY} from './physics.js';

/** An acceleration of the pointer in px/s², in radii/s²: to shake it by a hand's breadth four times a second is 5 g. */
const PER_PIXEL = 1 / 600;
const EARTH = 9.81;
/** Of that many g at most, so that a jump of the pointer is no explosion. */
const MAX_JERK = 8;
/** Share of a new speed that counts at once; the rest follows, since the pointer's places come in steps. */
const PROMPT = 0.5;
/** A pointer that comes from elsewhere, or after so long, doesn't jerk, ms. */
const PAUSE = 250;

/** Straight down, as on a screen that stands upright; in g. */
let gravity = {x: 0, y: 1};
let jolt = {x: 0, y: 0};
let pointer = null;
let seen = 0;
const wakers = new Set();

const wake = () => wakers.forEach((waker) => waker());

/** Calls `waker` whenever something pushes. */
export function onPush(waker) {
  wakers.add(waker);
}

/** Jerks everything, in g. */
export function shake(x, y) {
  jolt = {x: jolt.x + x, y: jolt.y + y};
  wake();
}

/** How the pointer's hand jerks what it holds; one for each that asks frame by frame. */
export class Pushes {
  #last = null;
  #vx = 0;
  #vy = 0;

  /** The acceleration over the last `seconds`, radii/s². What is held moves one way, the pupils in it the other. */
  over(seconds) {
    const hand = this.#hand(seconds);
    const limit = (value) => Math.max(-MAX_JERK, Math.min(MAX_JERK, value));
    const push = {
      x: GRAVITY * (gravity.x + limit(jolt.x)) - hand.x,
      y: GRAVITY * (gravity.y + limit(jolt.y)) - hand.y,
    };
    jolt = {x: jolt.x * 0.6, y: jolt.y * 0.6};
    return push;
  }

  #hand(seconds) {
    if (!pointer || !this.#last || performance.now() - seen > PAUSE) {
      this.#last = pointer;
      this.#vx = this.#vy = 0;
      return {x: 0, y: 0};
    }
    const vx = this.#vx + PROMPT * ((pointer.x - this.#last.x) / seconds - this.#vx);
    const vy = this.#vy + PROMPT * ((pointer.y - this.#last.y) / seconds - this.#vy);
    const most = MAX_JERK * GRAVITY;
    const push = (change) => Math.max(-most, Math.min(most, (change / seconds) * PER_PIXEL));
    const hand = {x: push(vx - this.#vx), y: push(vy - this.#vy)};
    this.#last = pointer;
    this.#vx = vx;
    this.#vy = vy;
    return hand;
  }
}

addEventListener('pointermove', (event) => {
  pointer = {x: event.clientX, y: event.clientY};
  seen = performance.now();
  wake();
}, {passive: true});
document.addEventListener('pointerleave', () => {
  pointer = null;
});

/** Listens to how the phone is held and shaken. iOS asks its owner, and only at a touch. */
export async function listenToPhone() {
  const ask = (kind) => kind?.requestPermission?.() ?? 'granted';
  try {
    const answers = await Promise.all([ask(globalThis.DeviceOrientationEvent), ask(globalThis.DeviceMotionEvent)]);
    if (answers.every((answer) => answer === 'granted')) {
      addEventListener('deviceorientation', tilt);
      addEventListener('devicemotion', jerk);
    }
  } catch {
    // Not allowed: the pointer and the button still shake.
  }
}

/** Gravity in the screen's plane, from the angles of W3C's Device Orientation: beta to the back, gamma to the side. */
function tilt({beta, gamma}) {
  if (beta === null || gamma === null) {
    return;
  }
  const [front, side] = [beta, gamma].map((degrees) => degrees * Math.PI / 180);
  gravity = onScreen(Math.cos(front) * Math.sin(side), Math.sin(front));
  wake();
}

function jerk({acceleration}) {
  if (acceleration?.x == null || Math.hypot(acceleration.x, acceleration.y) < 1) {
    return;
  }
  const {x, y} = onScreen(-acceleration.x / EARTH, acceleration.y / EARTH);
  shake(x, y);
}

/** From the phone's axes, x right and y down when it's held upright, to the screen's. */
function onScreen(x, y) {
  const turn = (screen.orientation?.angle ?? 0) * Math.PI / 180;
  return {
    x: x * Math.cos(turn) - y * Math.sin(turn),
    y: x * Math.sin(turn) + y * Math.cos(turn),
  };
}
