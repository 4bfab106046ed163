// The controls for style, size and file, which show the options and change them.

import {showCompass, showGaze} from './compass.js';

const FORMATS = {jpeg: 'JPEG', png: 'PNG', gif: 'Animated GIF', apng: 'Animated PNG'};

const form = document.getElementById('controls');

/** Shows `styles` as the service lists them; `onChange(name, value)` is called with what is changed. */
export function buildControls(styles, onChange) {
  fill('styles', styles.map(({id, title, thumbnail}) => chip('style', id, title, picture(thumbnail))));
  fill('formats', Object.entries(FORMATS).map(([id, title]) => chip('format', id, title)));
  showCompass(onChange);
  form.oninput = ({target: {name, value}}) => {
    if (['style', 'size', 'gaze', 'format'].includes(name)) {
      onChange(name, value);
    }
  };
  form.onsubmit = (event) => event.preventDefault();
}

export function showOptions(options) {
  form.querySelectorAll('[type=radio]').forEach((radio) => {
    radio.checked = radio.value === options[radio.name];
  });
  if (Number(form.elements.size.value) !== Number(options.size)) {
    form.elements.size.value = options.size;
  }
  document.getElementById('times').value = `× ${Number(options.size)}`;
  showGaze(options.gaze);
}

function fill(id, chips) {
  document.getElementById(id).replaceChildren(...chips);
}

/** A radio button with a label, and a sign above it. */
export function chip(name, value, title, sign) {
  const input = Object.assign(document.createElement('input'), {type: 'radio', name, value});
  const text = document.createElement('span');
  text.textContent = title;
  const label = document.createElement('label');
  label.className = 'chip';
  label.append(input, ...(sign ? [sign] : []), text);
  return label;
}

/** The service's paths begin at its root, which a proxy may have moved below another. */
function picture(path) {
  return Object.assign(new Image(80, 48), {src: path.replace(/^\//, ''), alt: ''});
}
