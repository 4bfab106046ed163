// The photo before and after, one over the other, with an edge between them to be moved.

/** How long the first sight of the eyes takes, ms. */
const REVEAL = 900;
const element = (id) => document.getElementById(id);
const stage = element('stage');
const before = element('before');
const after = element('after');
const wipe = element('wipe');

let frame = 0;

wipe.addEventListener('input', () => {
  cancelAnimationFrame(frame);
  showEdge();
});

function showEdge() {
  stage.style.setProperty('--edge', `${wipe.value}%`);
}

/** The untouched photo; whether this browser can show it. */
export async function setBefore(photo) {
  URL.revokeObjectURL(before.src);
  before.src = URL.createObjectURL(photo);
  const shown = await before.decode().then(() => true, () => false);
  stage.classList.toggle('alone', !shown);
  wipe.hidden = !shown;
  before.hidden = !shown;
  return shown;
}

/** The service's answer, once it can be shown without a flicker. */
export async function setAfter(photo, alt) {
  const next = new Image();
  next.src = URL.createObjectURL(photo);
  await next.decode();
  const last = after.src;
  after.src = next.src;
  after.alt = alt;
  stage.style.setProperty('--ratio', next.naturalWidth / next.naturalHeight);
  await after.decode();
  URL.revokeObjectURL(last);
  return {width: next.naturalWidth, height: next.naturalHeight};
}

/** Wipes from before to after, unless somebody takes the edge in hand. */
export function reveal() {
  cancelAnimationFrame(frame);
  const start = performance.now();
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const next = (now) => {
    const part = still ? 1 : Math.min(1, Math.max(0, now - start) / REVEAL);
    wipe.value = 100 * (1 - part) ** 3;
    showEdge();
    // The slider's values are whole, so it's there before the time is over.
    frame = Number(wipe.value) > 0 ? requestAnimationFrame(next) : 0;
  };
  next(start);
}
