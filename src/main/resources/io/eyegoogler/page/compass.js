// Where the eyes look: a compass whose needle is dragged, eight directions for the keyboard, and three that aren't one.

const DIRECTIONS = {right: 0, 45: 45, up: 90, 135: 135, left: 180, 225: 225, down: 270, 315: 315};
const NAMES = {
  right: 'right', 45: 'up and right', up: 'up', 135: 'up and left', left: 'left', 225: 'down and left', down: 'down',
  315: 'down and right', random: 'any way', cross: 'at each other', meet: 'at the next face',
};
const ORDER = ['random', 'cross', 'meet', 'up', '45', 'right', '315', 'down', '225', 'left', '135'];
const STEP = 5;
const SVG = 'http://www.w3.org/2000/svg';
const dial = document.getElementById('dial');

/** Builds it; `onChange('gaze', value)` is called with each new direction. */
export function showCompass(onChange) {
  const chips = ORDER.map((gaze) => chip(gaze));
  document.getElementById('gazes').replaceChildren(...chips.slice(0, 3));
  dial.replaceChildren(eyes(), ...chips.slice(3));
  dial.onpointerdown = (event) => {
    dial.setPointerCapture(event.pointerId);
    turn(event, onChange);
  };
  dial.onpointermove = (event) => dial.hasPointerCapture(event.pointerId) && turn(event, onChange);
  // Else a drag would end as a click on the direction where it began.
  dial.onclick = (event) => event.detail && event.preventDefault();
}

function turn(event, onChange) {
  const {left, top, width, height} = dial.getBoundingClientRect();
  const angle = Math.atan2(top + height / 2 - event.clientY, event.clientX - left - width / 2);
  const degrees = (Math.round(angle * 180 / Math.PI / STEP) * STEP + 360) % 360;
  const named = Object.keys(DIRECTIONS).find((name) => DIRECTIONS[name] === degrees);
  onChange('gaze', named ?? String(degrees));
}

/** Turns the needle. */
export function showGaze(gaze) {
  const degrees = DIRECTIONS[gaze] ?? Number(gaze);
  const isDirection = Number.isFinite(degrees);
  const angle = (isDirection ? degrees : 0) * Math.PI / 180;
  dial.classList.toggle('aims', isDirection);
  const reach = (sign) => isDirection ? {x: 0.4 * Math.cos(angle), y: -0.4 * Math.sin(angle)}
    : gaze === 'cross' ? {x: 0.4 * sign, y: 0} : gaze === 'meet' ? {x: 0, y: 0} : {x: 0.28 * sign, y: 0.28};
  dial.querySelectorAll('.pupil').forEach((pupil, index) => {
    const {x, y} = reach(index ? -1 : 1);
    pupil.setAttribute('cx', (index ? 1.1 : -1.1) + x);
    pupil.setAttribute('cy', y);
  });
  dial.style.setProperty('--turn', `${-degrees}deg`);
  document.getElementById('aim').value = NAMES[gaze] ?? (isDirection ? `${degrees}°` : `at ${gaze}`);
}

function chip(gaze) {
  const input = Object.assign(document.createElement('input'), {type: 'radio', name: 'gaze', value: gaze});
  const text = document.createElement('span');
  text.textContent = NAMES[gaze];
  const label = document.createElement('label');
  label.title = NAMES[gaze];
  label.className = 'chip';
  label.append(input, text);
  if (gaze in DIRECTIONS) {
    text.className = 'unseen';
    const angle = DIRECTIONS[gaze] * Math.PI / 180;
    label.style.setProperty('--x', Math.cos(angle));
    label.style.setProperty('--y', -Math.sin(angle));
  }
  return label;
}

/** Two little eyes in the middle. */
function eyes() {
  const svg = shape('svg', {viewBox: '-2.3 -1.2 4.6 2.4', 'aria-hidden': 'true'});
  for (const x of [-1.1, 1.1]) {
    svg.append(shape('circle', {class: 'sclera', cx: x, r: 1}), shape('circle', {class: 'pupil', cx: x, r: 0.5}));
  }
  return svg;
}

function shape(kind, attributes) {
  const node = document.createElementNS(SVG, kind);
  Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
  return node;
}
