// The edge between the photo before and after, to be moved over it.

/** How long the first sight of the eyes takes, ms. */
const REVEAL = 900;
const element = (id) => document.getElementById(id);
const stage = element('stage');
const wipe = element('wipe');
const grip = element('grip');

let frame = 0;

new ResizeObserver(() => stage.style.setProperty('--stage-width', `${stage.clientWidth}px`)).observe(stage);
wipe.addEventListener('input', () => moveTo(Number(wipe.value)));
grip.addEventListener('pointerdown', (event) => {
  event.preventDefault();
  grip.setPointerCapture(event.pointerId);
});
grip.addEventListener('pointermove', (event) => {
  if (grip.hasPointerCapture(event.pointerId)) {
    const {left, width} = element('canvas').getBoundingClientRect();
    moveTo(100 * (event.clientX - left) / width);
  }
});

/** Left of it, the photo is as it was; per cent of the width. */
function moveTo(place) {
  cancelAnimationFrame(frame);
  showEdge(Math.max(0, Math.min(100, place)));
}

function showEdge(place) {
  wipe.value = place;
  stage.style.setProperty('--edge', `${Number(place.toFixed(2))}%`);
  stage.style.setProperty('--at', place / 100);
}

/** Half the grip's height and its whole width at the left edge, as shares of the photo's height. */
const GRIP_HALF = 0.06;
const GRIP_WIDTH = 0.15;

/** Has the grip rest where it covers the fewest of `faces`, in a photo of that `height`. */
export function restGrip(faces, {height}) {
  const heights = [50, 30, 70, 15, 85];
  const covers = ({box}, place) => box.x < GRIP_WIDTH * height
    && Math.abs(box.y + box.height / 2 - height * place / 100) < box.height / 2 + GRIP_HALF * height;
  const covered = (place) => faces.filter((face) => covers(face, place)).length;
  const best = heights.reduce((least, place) => covered(place) < covered(least) ? place : least);
  stage.style.setProperty('--grip', `${best}%`);
}

/** Wipes from before to after, unless somebody takes the edge in hand. */
export function reveal() {
  cancelAnimationFrame(frame);
  const start = performance.now();
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const next = (now) => {
    const part = still ? 1 : Math.min(1, Math.max(0, now - start) / REVEAL);
    const place = 100 * (1 - part) ** 3;
    showEdge(place < 0.5 ? 0 : place);
    frame = place < 0.5 ? 0 : requestAnimationFrame(next);
  };
  next(start);
}
