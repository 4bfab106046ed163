// The key that a service may ask for. It is kept for this tab alone, and goes nowhere but into the header of requests
// to the service.

import {Refused} from './upload.js';

const element = (id) => document.getElementById(id);
const NAME = 'key';
const NONE = 'This service is for people with a key.';
const WRONG = 'The service doesn’t know that key.';

let key = stored();
let asking = null;

function stored() {
  try {
    return sessionStorage.getItem(NAME);
  } catch {
    // Where the browser keeps nothing, the key lasts until the page is left.
    return null;
  }
}

function keep(given) {
  key = given;
  try {
    sessionStorage.setItem(NAME, given);
  } catch {
    // As above.
  }
}

/** Null if there is none. */
export const currentKey = () => key;

export const headersFor = (some) => some === null ? {} : {Authorization: `Bearer ${some}`};

/** A key other than `tried`, which the service refused; throws if nobody gives one. */
export async function otherKey(tried) {
  if (key !== tried) {
    return key;
  }
  asking ??= ask(tried !== null).finally(() => {
    asking = null;
  });
  return asking;
}

/** Asks for a key by a dialog. */
function ask(wasWrong) {
  const dialog = element('key-dialog');
  const field = element('key');
  field.value = '';
  element('key-trouble').textContent = wasWrong ? WRONG : '';
  dialog.returnValue = '';
  dialog.showModal();
  element('key-cancel').onclick = () => dialog.close();
  return new Promise((resolve, reject) => {
    dialog.onclose = () => {
      const given = field.value;
      field.value = '';
      if (dialog.returnValue !== 'given') {
        reject(new Refused(NONE, true));
        return;
      }
      keep(given);
      resolve(given);
    };
  });
}
