// All photos at once, as one archive.

import {announce, trouble} from './bubble.js';
import {keep, made} from './save.js';
import {counted} from './words.js';
import {work} from './work.js';
import {archive} from './zip.js';

const NAME = 'googly.zip';

/** `open(photo, task)` has its faces found, `eyesOn(photo)` says where its eyes are. */
export async function saveAll(photos, open, eyesOn, options) {
  const files = [];
  const failed = [];
  const went = await work(async (onProgress, signal) => {
    for (const [index, photo] of photos.entries()) {
      const place = `${index + 1} of ${photos.length}`;
      const task = {signal, onProgress: (text, share) => onProgress(`${place}: ${text}`, share)};
      try {
        await open(photo, task);
        files.push(await made(photo, eyesOn(photo), options, task));
      } catch (failure) {
        signal.throwIfAborted();
        failed.push(`${photo.name}: ${failure.message}`);
      }
    }
  }, () => saveAll(photos, open, eyesOn, options));
  if (went && files.length) {
    keep(new File([await archive(files)], NAME, {type: 'application/zip'}));
    announce(`Saved ${counted(files.length, 'photo')} as ${NAME}.`);
  }
  if (went && failed.length) {
    trouble(failed.join(' '));
  }
}
