// Where the eyes go: as the service puts them, by the rule and the numbers that it gives with its styles.

import {CUSTOM, isPoint} from './options.js';
import {random} from './random.js';

const DIRECTIONS = {right: 0, up: 90, left: 180, down: 270};

const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);
const middleOf = (a, b) => ({x: (a.x + b.x) / 2, y: (a.y + b.y) / 2});

/**
 * What stays of an eye whatever the options: where it is, how large it is at size 1 (`span`, the distance between the
 * eyes that its size fits, px), and to which face it belongs. An eye that is `gone` still takes its numbers from
 * chance, so that the others keep theirs.
 *
 * @param faces as POST /faces gives them, in px of the upright photo
 */
export function anchorsOf(faces, placing) {
  return faces.flatMap(({keypoints}, face) => {
    const {rightEye: right, leftEye: left, noseTip: nose} = keypoints;
    const middle = middleOf(right, left);
    const roll = rollOf(keypoints, middle);
    const span = Math.max(distance(right, left), placing.leastDistance * distance(middle, keypoints.mouthCenter));
    // Of a head seen from the side, the nose is beyond the eye that is hidden.
    const offset = (nose.x - middle.x) * Math.cos(roll) + (nose.y - middle.y) * Math.sin(roll);
    const toEye = distance(right, left) / 2;
    const common = {face, span, roll, scale: 1, style: null};
    return [
      {...common, ...right, side: 'right', mate: 2 * face + 1, gone: offset < -toEye},
      {...common, ...left, side: 'left', mate: 2 * face, gone: offset > toEye},
    ];
  });
}

/** How far the head is tilted: by the line of the eyes, and by that from the eyes to the mouth. */
function rollOf({rightEye, leftEye, mouthCenter}, middle) {
  return Math.atan2(
    leftEye.y - rightEye.y - (mouthCenter.x - middle.x),
    leftEye.x - rightEye.x + mouthCenter.y - middle.y);
}

/**
 * The eyes to draw, in the form in which the service takes them: center and radius in px of the photo, roll in radians
 * clockwise, the pupil within the unit disc, y down; and the `index` of the anchor.
 */
export function eyesOf(anchors, placing, {style, size, gaze, seed}) {
  const chance = random(seed);
  const eyes = anchors.map((anchor, index) => {
    const factor = placing.leastFactor + (placing.greatestFactor - placing.leastFactor) * chance();
    const anywhere = 2 * Math.PI * chance();
    const {x, y, roll, side} = anchor;
    const radius = placing.meanRadius * size * anchor.span * factor * anchor.scale;
    const pupil = pupilFor(gaze, anchor, radius, anchors, anywhere);
    return {index, x, y, radius, roll, side, pupil, style: anchor.style ?? style};
  });
  return eyes.filter(({index}) => !anchors[index].gone);
}

/** Where the pupil of an eye of that `radius` is, in the unit disc, y down. */
function pupilFor(gaze, anchor, radius, anchors, anywhere) {
  if (gaze === 'meet') {
    const target = nearestFace(anchor, anchors);
    return target ? at(target, anchor, radius) : {x: 0, y: 0};
  }
  if (isPoint(gaze)) {
    const [x, y] = gaze.split(',').map(Number);
    return at({x, y}, anchor, radius);
  }
  const angle = angleFor(gaze, anchor, anchors, anywhere);
  return {x: Math.cos(angle), y: -Math.sin(angle)};
}

/** The pupil is at the rim, or, where the target is on the eye itself, on the target. */
function at(target, eye, radius) {
  const length = Math.max(radius, distance(eye, target)) || 1;
  return {x: (target.x - eye.x) / length, y: (target.y - eye.y) / length};
}

/** Radians, 0 = right, π/2 = up. */
function angleFor(gaze, anchor, anchors, anywhere) {
  if (gaze === 'random') {
    return anywhere;
  }
  if (gaze === 'cross') {
    const other = anchors[anchor.mate] ?? anchor;
    return Math.atan2(anchor.y - other.y, other.x - anchor.x);
  }
  return (DIRECTIONS[gaze] ?? Number(gaze)) * Math.PI / 180;
}

/** The midpoint between the eyes of the nearest other face. */
function nearestFace(anchor, anchors) {
  const middle = (some) => middleOf(some, anchors[some.mate] ?? some);
  const own = middle(anchor);
  let best = null;
  for (const other of anchors) {
    const place = other.gone || other.face === anchor.face ? null : middle(other);
    if (place && (!best || distance(own, place) < distance(own, best))) {
      best = place;
    }
  }
  return best;
}

/** For the form field `eyes`: an own eye is one without a style. */
export function eyesField(eyes) {
  return JSON.stringify(eyes.map(({index, style, ...eye}) => style === CUSTOM ? eye : {...eye, style}));
}
