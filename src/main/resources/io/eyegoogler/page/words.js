// Sentences about a result.

const STEPS = {queue: 'waiting', decode: 'reading', detect: 'looking', draw: 'drawing', encode: 'writing'};

export const NOBODY = 'I looked everywhere and saw no face. What helps: faces from the front or the side, larger, in '
  + 'better light, with nothing before them. Pets and drawings don’t count, alas.';

/** 1 face, 2 faces. */
export const counted = (number) => `${number} face${number === 1 ? '' : 's'}`;

export function bytes(count) {
  return count < 1e6 ? `${Math.ceil(count / 1000)} kB` : `${(count / 1e6).toFixed(1)} MB`;
}

/** Where the time went, from a Server-Timing header; what took no time isn't told. */
export function facts(faces, {width, height}, blob, header, seconds) {
  const times = Object.fromEntries([...header.matchAll(/(\w+);dur=([\d.]+)/g)]
    .map(([, step, time]) => [step, Math.round(Number(time))]));
  const steps = Object.keys(STEPS).filter((step) => times[step]).map((step) => `${STEPS[step]} ${times[step]}`);
  return `${counted(faces)} · ${width} × ${height} · ${bytes(blob.size)} · ${times.total} ms`
    + (steps.length ? ` (${steps.join(', ')})` : '') + ` · ${Math.round(1000 * seconds)} ms with the way`;
}

/** What the service calls its answer, from a Content-Disposition header. */
export function resultName(header) {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(header);
  return encoded ? decodeURIComponent(encoded[1]) : /filename="([^"]+)"/.exec(header)[1];
}

export function sending(sent, total) {
  return sent < total ? `Swallowing ${bytes(sent)} of ${bytes(total)} …` : 'Looking for faces …';
}
