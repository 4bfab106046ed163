// HEIC photos that the browser doesn't read itself: a worker decodes them.

import {withProfile} from './profile.js';
import {Refused} from './upload.js';

const SCRIPT = new URL('heicworker.js', import.meta.url).href;
const policy = globalThis.trustedTypes?.createPolicy('heic', {createScriptURL: () => SCRIPT});

const SENTENCES = {
  unreadable: 'I can’t read this HEIC photo: it is damaged, or of a kind that I don’t know. Save it as JPEG and give me '
    + 'that.',
  large: 'This HEIC photo has more than 50 megapixels, the most that I can read. Save it smaller, or as JPEG, and give '
    + 'me that.',
};

/** The photo as JPEG or PNG, upright, and maybe a `note`; null where the means to decode it can't be loaded. */
export async function decoded(photo, {onProgress, signal}) {
  signal.throwIfAborted();
  const worker = new Worker(policy ? policy.createScriptURL('') : SCRIPT);
  try {
    const {picture, profile, note, trouble} = await answer(worker, photo, onProgress, signal);
    if (trouble === 'unreachable') {
      return null;
    }
    if (trouble) {
      throw new Refused(SENTENCES[trouble], false);
    }
    return {picture: profile ? await withProfile(picture, profile) : picture, note};
  } finally {
    // Only this gives the memory back.
    worker.terminate();
  }
}

function answer(worker, photo, onProgress, signal) {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    worker.onerror = (event) => {
      event.preventDefault();
      resolve({trouble: 'unreachable'});
    };
    worker.onmessage = ({data}) => {
      if (data.stage === 'loading') {
        onProgress('Fetching a reader of HEIC …', data.total ? data.loaded / data.total : null);
      } else if (data.stage === 'reading') {
        onProgress('Reading the HEIC photo …', null);
      } else {
        resolve(data);
      }
    };
    worker.postMessage(photo);
  });
}
