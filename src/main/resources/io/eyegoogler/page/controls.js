// The controls for style, size, gaze and file, which show the options and change them.

const GAZES = ['random', 'left', 'up', 'right', '135', 'cross', '225', 'down', '315', '45'];
const GAZE_NAMES = {
  random: 'any way', cross: 'at each other', up: 'up', left: 'left', right: 'right', down: 'down',
  45: 'up and right', 135: 'up and left', 225: 'down and left', 315: 'down and right',
};
const ARROWS = {up: 90, left: 180, right: 0, down: 270};
const FORMATS = {jpeg: 'JPEG', png: 'PNG', gif: 'GIF, it wobbles', apng: 'PNG, it wobbles'};
/** While a slider moves, so long a rest means: that's it, ms. */
const REST = 150;
const SVG = 'http://www.w3.org/2000/svg';

const form = document.getElementById('controls');

/** Shows `options`, of `styles` as the service lists them; `onChange(name, value)` hears of what is changed. */
export function showControls(options, styles, onChange) {
  const gazes = GAZES.includes(options.gaze) || isNaN(options.gaze) ? GAZES : [...GAZES, options.gaze];
  fill('styles', styles.map(({id, title, thumbnail}) => chip('style', id, title, picture(thumbnail))));
  fill('gazes', gazes.map((gaze) => chip('gaze', gaze, GAZE_NAMES[gaze] ?? gaze, glance(gaze))));
  fill('formats', Object.entries(FORMATS).map(([id, title]) => chip('format', id, title)));
  form.querySelectorAll('[type=radio]').forEach((radio) => {
    radio.checked = radio.value === options[radio.name];
  });
  form.elements.size.value = options.size;
  showTimes();
  let rest = 0;
  form.oninput = ({target: {name, value}}) => {
    showTimes();
    clearTimeout(rest);
    rest = setTimeout(() => onChange(name, value), name === 'size' ? REST : 0);
  };
  form.onsubmit = (event) => event.preventDefault();
}

function showTimes() {
  document.getElementById('times').value = `× ${form.elements.size.value}`;
}

function fill(id, chips) {
  document.getElementById(id).replaceChildren(...chips);
}

function chip(name, value, title, sign) {
  const input = Object.assign(document.createElement('input'), {type: 'radio', name, value});
  const text = document.createElement('span');
  text.textContent = title;
  const label = document.createElement('label');
  label.className = 'chip';
  if (name === 'gaze') {
    // The picture says it; the words are for those who don't see it.
    label.title = title;
    text.className = 'unseen';
  }
  label.append(input, ...(sign ? [sign] : []), text);
  return label;
}

/** The service's paths begin at its root, which a proxy may have moved below another. */
function picture(path) {
  return Object.assign(new Image(80, 48), {src: path.replace(/^\//, ''), alt: ''});
}

/** Two little eyes that look that way. */
function glance(gaze) {
  const [left, right] = gaze === 'random' ? [200, 60] : gaze === 'cross' ? [0, 180] : Array(2).fill(ARROWS[gaze] ?? gaze);
  const svg = shape('svg', {viewBox: '-2.3 -1.2 4.6 2.4', 'aria-hidden': 'true'});
  svg.append(...eye(-1.1, left), ...eye(1.1, right));
  return svg;
}

function eye(x, degrees) {
  const angle = degrees * Math.PI / 180;
  return [
    shape('circle', {class: 'sclera', cx: x, r: 1}),
    shape('circle', {class: 'pupil', cx: x + 0.444 * Math.cos(angle), cy: -0.444 * Math.sin(angle), r: 0.5}),
  ];
}

function shape(kind, attributes) {
  const node = document.createElementNS(SVG, kind);
  Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
  return node;
}
