// What may be asked of the eyes, as text, as in the address bar.

/** Where the address says nothing. JPEG, since a phone's photo as PNG takes five times as long. */
const DEFAULTS = {style: 'classic', gaze: 'random', size: '1', format: 'jpeg'};
/** The style of one's own eye: this page's word for it, which neither the address nor the service knows. */
export const CUSTOM = 'custom';
const NAMES = ['style', 'gaze', 'size', 'seed', 'format'];
const NAMED_GAZES = ['random', 'left', 'right', 'up', 'down', 'cross', 'meet'];
const MIN_SIZE = 0.25;
const MAX_SIZE = 3;
const FULL_TURN = 360;

const isNumber = (text) => text.trim() !== '' && Number.isFinite(Number(text));

/** Whether the service takes a value, by the option's name; styles are known once the service has listed them. */
const TAKES = {
  style: (text) => /^\w+$/.test(text),
  gaze: (text) => NAMED_GAZES.includes(text) || isPoint(text) || isNumber(text) && Math.abs(text) <= FULL_TURN,
  size: (text) => isNumber(text) && text >= MIN_SIZE && text <= MAX_SIZE,
  seed: (text) => /^-?\d{1,19}$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text),
  format: (text) => ['png', 'jpeg', 'gif', 'apng'].includes(text),
};

/** Whether a gaze is a place in the photo, as in `120,80`. */
export function isPoint(gaze) {
  const parts = gaze.split(',');
  return parts.length === 2 && parts.every(isNumber);
}

/** The options of an address, with a seed drawn where there is none, and the names of those that made no sense. */
export function fromAddress(search) {
  const asked = new URLSearchParams(search);
  const options = {...DEFAULTS, seed: drawnSeed()};
  const refused = [];
  for (const name of NAMES) {
    const text = asked.get(name);
    const value = name === 'format' ? text?.toLowerCase().replace('jpg', 'jpeg') : text;
    if (value && TAKES[name](value)) {
      options[name] = value;
    } else if (value) {
      refused.push(name);
    }
  }
  return {options, refused};
}

export const defaultOf = (name) => DEFAULTS[name];

/** A seed that a person can still type. */
export function drawnSeed() {
  return String(crypto.getRandomValues(new Uint32Array(1))[0]);
}

/** Options for the service: all of them, or those of the `names`. */
export function query(options, names = NAMES) {
  return new URLSearchParams(names.map((name) => [name, options[name]])).toString();
}

/** For the address bar: only what isn't the default. */
export function address(options) {
  const changed = NAMES.filter((name) => options[name] !== DEFAULTS[name] && options[name] !== CUSTOM);
  return '?' + new URLSearchParams(changed.map((name) => [name, options[name]]));
}
