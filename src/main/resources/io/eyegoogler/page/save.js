// What leaves the page: the file, made by the service with just the eyes that are seen; or the picture, by the browser.

import {announce, advise, trouble} from './bubble.js';
import {eyesField} from './eyes.js';
import {CUSTOM, query} from './options.js';
import {post} from './upload.js';
import {counted, resultName} from './words.js';
import {work} from './work.js';

const element = (id) => document.getElementById(id);
const DRAWING = 'Drawing …';

/** The last one: to share what was downloaded takes no second upload. */
let last = {key: null, file: null};

/** The photo as a file with `eyes`; `task` is as `post` takes it. */
export async function made(photo, eyes, options, task) {
  const field = eyesField(eyes);
  const own = eyes.some(({style}) => style === CUSTOM) ? options.own : null;
  const asked = query(options, [...(own ? [] : ['style']), 'seed', 'format']);
  const key = asked + field;
  if (last.key !== key || last.photo !== photo || last.own !== own) {
    const fields = {eyes: field, ...pictures(own)};
    const answer = await post('eyegoogler?' + asked, photo.file, {...task, fields, doing: DRAWING});
    const name = resultName(answer.header('Content-Disposition'));
    last = {photo, key, own, file: new File([answer.blob], name, {type: answer.blob.type})};
  }
  return last.file;
}

/** The form parts of an own eye, if there is one. */
const pictures = (own) => ({...(own && {eye: own.eye.png}), ...(own?.pupil && {pupil: own.pupil.png})});

/** Makes a file by `make(task)` and gives it to `use`. */
async function withFile(make, use) {
  let file;
  const task = async (onProgress, signal) => {
    file = await make({onProgress, signal});
  };
  if (await work(task, () => withFile(make, use))) {
    await use(file);
  }
}

export const download = (make) => withFile(make, (file) => {
  keep(file);
  announce(`Saved as ${file.name}.`);
});

/** Saves a file as the browser does. */
export function keep(file) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  // Not before the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export const share = (make) => withFile(make, give);

async function give(file) {
  try {
    await navigator.share({files: [file]});
  } catch (failure) {
    if (failure.name === 'NotAllowedError') {
      // The touch was too long ago: another one will do, now that the file is there.
      advise('The picture is ready.', {title: 'Share it', do: () => give(file)});
    } else if (failure.name !== 'AbortError') {
      trouble('Sharing didn’t work; download it and share the file.');
    }
  }
}

/** Copies the picture; `picture` is a promise of a PNG, which Safari takes while the touch lasts. */
export async function copyPicture(picture, eyes) {
  if (!globalThis.ClipboardItem) {
    trouble('Browsers copy pictures on https and localhost only; download it instead.');
    return;
  }
  try {
    await navigator.clipboard.write([new ClipboardItem({'image/png': picture})]);
    announce(`Copied, with ${counted(eyes, 'eye')}.`);
    flash(element('copy-picture'));
  } catch {
    trouble('This browser doesn’t let me copy; download it instead.');
  }
}

/** Copies the command, where the browser lets a page do that; else it is marked. */
export async function copyCommand() {
  const field = element('curl');
  field.select();
  // The clipboard is there on https and localhost only; the older way works everywhere.
  const copied = await navigator.clipboard?.writeText(field.value).then(() => true, () => false)
    || document.execCommand('copy');
  announce(copied ? 'Copied.' : 'Marked; copy it with the keyboard.');
  flash(element('copy'));
}

function flash(button) {
  button.classList.add('done');
  setTimeout(() => button.classList.remove('done'), 1500);
}
