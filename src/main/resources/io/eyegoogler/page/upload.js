// Sends a photo to the service, and tells how far it is.

/** The service, or the way to it, says no; the message is a sentence for people. */
export class Refused extends Error {
  /** `later`: the same may work in a moment. */
  constructor(sentence, later) {
    super(sentence);
    this.later = later;
  }
}

const UNREACHABLE = 'The service can’t be reached; check the connection.';

/**
 * Posts `photo` as a form to `path`.
 *
 * @param onProgress gets the bytes sent so far and all of them; when all are sent, the service is at work
 * @param signal aborts it
 * @returns the answer: `blob`, `header(name)`, and `seconds` that it took in all
 */
export function post(path, photo, {onProgress, signal}) {
  const request = new XMLHttpRequest();
  const start = performance.now();
  const form = new FormData();
  form.append('file', photo, photo.name || 'photo');
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => request.abort());
    request.upload.onprogress = (event) => onProgress(event.loaded, event.total);
    request.upload.onload = (event) => onProgress(event.total, event.total);
    request.onabort = () => reject(new DOMException('Another photo or option came', 'AbortError'));
    request.onerror = () => reject(new Refused(UNREACHABLE, true));
    request.onload = () => {
      if (request.status === 200) {
        const header = (name) => request.getResponseHeader(name);
        resolve({blob: request.response, header, seconds: (performance.now() - start) / 1000});
      } else {
        refusal(request).then(reject);
      }
    };
    request.open('POST', path);
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
