// What a hand does to the eyes' anchors. Nothing is changed in place, so that it can be undone.

const MIN_SCALE = 0.1;
const MAX_SCALE = 12;
/** Eyes that are added: the distance between those of a pair, as a share of the photo's shorter side. */
const PAIR = 0.28;

const limited = (value, min, max) => Math.max(min, Math.min(max, value));
const replaced = (anchors, index, change) =>
  anchors.map((anchor, i) => i === index ? {...anchor, ...change(anchor)} : anchor);

/** `dx` and `dy` in px of the photo, which the eye doesn't leave. */
export function moved(anchors, index, dx, dy, size) {
  const {width, height} = size;
  return replaced(anchors, index, ({x, y}) => ({x: limited(x + dx, 0, width), y: limited(y + dy, 0, height)}));
}

export function resized(anchors, index, factor) {
  return replaced(anchors, index, ({scale}) => ({scale: limited(scale * factor, MIN_SCALE, MAX_SCALE)}));
}

export function removed(anchors, index) {
  return replaced(anchors, index, () => ({gone: true}));
}

/** One more eye at `at`, as large as the others. */
export function withEye(anchors, at, size) {
  const side = at.x < size.width / 2 ? 'right' : 'left';
  return [...anchors, added(at, spanFor(anchors, size), side, null, anchors.length)];
}

/** A pair with its middle at `at`. */
export function withPair(anchors, at, size) {
  const span = spanFor(anchors, size);
  const first = anchors.length;
  const face = first;
  return [
    ...anchors,
    added({x: at.x - span / 2, y: at.y}, span, 'right', first + 1, face),
    added({x: at.x + span / 2, y: at.y}, span, 'left', first, face),
  ];
}

function added({x, y}, span, side, mate, face) {
  return {face: `added ${face}`, x, y, span, side, mate, roll: 0, scale: 1, style: null, gone: false};
}

/** The middle one of the others. */
function spanFor(anchors, {width, height}) {
  const spans = anchors.filter(({gone}) => !gone).map(({span, scale}) => span * scale).sort((a, b) => a - b);
  return spans.length ? spans[Math.floor(spans.length / 2)] : PAIR * Math.min(width, height);
}

/** `anchors` without a style of their own where it is that one; the same ones if there is none. */
export function withoutStyle(anchors, style) {
  return anchors.some((anchor) => anchor.style === style)
    ? anchors.map((anchor) => anchor.style === style ? {...anchor, style: null} : anchor)
    : anchors;
}

/** A style for one face alone; null as the others have. */
export function styled(anchors, face, style) {
  return anchors.map((anchor) => anchor.face === face ? {...anchor, style} : anchor);
}
