// Where the eyes go: as the service puts them, by the rule and the numbers that it gives with its styles.

import {random} from './random.js';

const DIRECTIONS = {right: 0, up: 90, left: 180, down: 270};

/**
 * The eyes of `faces` as POST /faces gives them: centre and radius in px of the photo, roll in radians clockwise, and
 * where the pupil is, as a vector of length 1 with y down.
 */
export function eyesOf(faces, placing, {size, gaze, seed}) {
  const chance = random(seed);
  return faces.flatMap(({keypoints}) => {
    const {rightEye: right, leftEye: left, noseTip: nose} = keypoints;
    const middle = {x: (right.x + left.x) / 2, y: (right.y + left.y) / 2};
    const roll = rollOf(keypoints, middle);
    const radius = placing.meanRadius * size * Math.max(
      distance(right, left), placing.leastDistance * distance(middle, keypoints.mouthCenter));
    const eye = (at, other, mirrored) => {
      const factor = placing.leastFactor + (placing.greatestFactor - placing.leastFactor) * chance();
      const anywhere = 2 * Math.PI * chance();
      return {centre: at, radius: radius * factor, roll, mirrored, pupil: pupilFor(gaze, at, other, anywhere)};
    };
    const both = [eye(right, left, false), eye(left, right, true)];
    // Of a head seen from the side, the nose is beyond the eye that is hidden.
    const beside = (nose.x - middle.x) * Math.cos(roll) + (nose.y - middle.y) * Math.sin(roll);
    const toEye = distance(right, left) / 2;
    return both.filter((_, index) => index === 0 ? beside >= -toEye : beside <= toEye);
  });
}

/** How far the head is tilted: by the line of the eyes, and by that from the eyes to the mouth. */
function rollOf({rightEye, leftEye, mouthCenter}, middle) {
  return Math.atan2(
    leftEye.y - rightEye.y - (mouthCenter.x - middle.x),
    leftEye.x - rightEye.x + mouthCenter.y - middle.y);
}

function pupilFor(gaze, at, other, anywhere) {
  if (gaze === 'cross') {
    const way = distance(at, other) || 1;
    return {x: (other.x - at.x) / way, y: (other.y - at.y) / way};
  }
  const angle = gaze === 'random' ? anywhere : (DIRECTIONS[gaze] ?? Number(gaze)) * Math.PI / 180;
  return {x: Math.cos(angle), y: -Math.sin(angle)};
}

const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);
