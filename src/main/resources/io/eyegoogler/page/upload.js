// Sends a photo to the service, and tells how far it is.

import {currentKey, headersFor, otherKey} from './key.js';
import {sending} from './words.js';

/** The service, or the way to it, says no; the message is a sentence for people. */
export class Refused extends Error {
  /** `later`: the same may work in a moment. */
  constructor(sentence, later) {
    super(sentence);
    this.later = later;
  }
}

export const UNREACHABLE = 'The service can’t be reached; check the connection.';

/**
 * Posts `photo` and other `fields`, texts or files, as a form to `path`; with a key, where the service asks for one.
 *
 * @param doing what the service does once all is sent, for people
 * @param onProgress gets a sentence and the share that is sent; the share is null while the service is at work
 * @param signal aborts it
 * @returns the answer: `blob`, `header(name)`, and `seconds` that it took in all
 */
export async function post(path, photo, {fields = {}, ...task}) {
  const form = new FormData();
  // Fields come first, so that the service knows them before the photo is there.
  Object.entries(fields).forEach(([name, value]) => form.append(name, value));
  form.append('file', photo, photo.name || 'photo');
  let key = currentKey();
  let request = await send(path, form, key, task);
  while (request.status === 401) {
    key = await otherKey(key);
    request = await send(path, form, key, task);
  }
  if (request.status !== 200) {
    throw await refusal(request);
  }
  const header = (name) => request.getResponseHeader(name);
  return {blob: request.response, header, seconds: request.seconds};
}

/** Sends a form, for a request with its answer. */
function send(path, form, key, {doing, onProgress, signal}) {
  const request = new XMLHttpRequest();
  const start = performance.now();
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    const abort = () => request.abort();
    signal.addEventListener('abort', abort);
    request.onloadend = () => signal.removeEventListener('abort', abort);
    request.upload.onprogress = ({loaded, total}) =>
      onProgress(loaded < total ? sending(loaded, total) : doing, loaded < total ? loaded / total : null);
    request.upload.onload = () => onProgress(doing, null);
    request.onabort = () => reject(new DOMException('Another photo or option came', 'AbortError'));
    request.onerror = () => reject(new Refused(UNREACHABLE, true));
    request.onload = () => {
      request.seconds = (performance.now() - start) / 1000;
      resolve(request);
    };
    request.open('POST', path);
    Object.entries(headersFor(key)).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.responseType = 'blob';
    request.send(form);
  });
}

/** The service's own sentence, from its problem (RFC 9457). */
async function refusal(request) {
  const later = request.getResponseHeader('Retry-After') !== null;
  try {
    return new Refused(JSON.parse(await request.response.text()).detail, later);
  } catch {
    return new Refused(`The answer was ${request.status}, without a reason.`, later);
  }
}
