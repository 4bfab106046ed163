// What may be asked of the eyes, as text, as in the address bar.

/** What the page asks for where its address says nothing. JPEG, since a phone's photo as PNG takes five times as long. */
const DEFAULTS = {style: 'classic', gaze: 'random', size: '1', format: 'jpeg'};
const NAMES = ['style', 'gaze', 'size', 'seed', 'format'];

/** The options of an address, with a seed drawn where there is none. */
export function fromAddress(search) {
  const asked = new URLSearchParams(search);
  const options = {...DEFAULTS, seed: drawnSeed()};
  for (const name of NAMES) {
    options[name] = asked.get(name) ?? options[name];
  }
  return options;
}

/** A seed that a person can still type. */
export function drawnSeed() {
  return String(crypto.getRandomValues(new Uint32Array(1))[0]);
}

/** All of them, for the service. */
export function query(options) {
  return new URLSearchParams(NAMES.map((name) => [name, options[name]])).toString();
}

/** For the address bar: only what isn't as ever. */
export function address(options) {
  const told = NAMES.filter((name) => options[name] !== DEFAULTS[name]);
  return '?' + new URLSearchParams(told.map((name) => [name, options[name]]));
}
