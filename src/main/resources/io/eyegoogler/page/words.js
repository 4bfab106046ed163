// Sentences about a photo and what was found in it.

const STEPS = {queue: 'waiting', decode: 'reading', detect: 'looking', draw: 'drawing', encode: 'writing'};

export const NOBODY = 'I looked everywhere and saw no face. Dog, statue or toast? Put the eyes on yourself.';

/** What an address asked for in vain, by the options' names. */
export const madeNoSense = (names) =>
  `The link’s ${names.join(' and ')} made no sense to me, so I took what I always take.`;

/** 1 face, 2 faces. */
export const counted = (number, thing = 'face') => `${number} ${thing}${number === 1 ? '' : 's'}`;

function megabytes(count) {
  return `${(count / 1e6).toFixed(count < 1e6 ? 2 : 1)} MB`;
}

/** What a photo is and where the time went, from a Server-Timing header; what took no time isn't said. */
export function details({width, height}, bytes, header, seconds) {
  const times = Object.fromEntries([...(header ?? '').matchAll(/(\w+);dur=([\d.]+)/g)]
    .map(([, step, time]) => [step, Math.round(Number(time))]));
  const steps = Object.keys(STEPS).filter((step) => times[step]).map((step) => `${STEPS[step]} ${times[step]}`);
  return `${width} × ${height} · ${megabytes(bytes)}` + (times.total === undefined ? '' : ` · ${times.total} ms`)
    + (steps.length ? ` (${steps.join(', ')})` : '') + ` · ${Math.round(1000 * seconds)} ms with the way`;
}

/** What the service calls its answer, from a Content-Disposition header. */
export function resultName(header) {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(header);
  return encoded ? decodeURIComponent(encoded[1]) : /filename="([^"]+)"/.exec(header)[1];
}

export const SUFFIXES = {jpeg: '.jpg', png: '.png', gif: '.gif', apng: '.png'};

/** What the service will call it. */
export function expectedName(photoName, format) {
  return photoName.replace(/\.[^.]*$/, '') + '-googly' + SUFFIXES[format];
}

export function sending(sent, total) {
  return `Swallowing ${(sent / 1e6).toFixed(1)} of ${(total / 1e6).toFixed(1)} MB …`;
}
