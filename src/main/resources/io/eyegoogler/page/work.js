// Work that takes time: one at a time, the newest wins, with a pill that shows how far it is and a way to give it up.

import {hush, trouble} from './bubble.js';
import {Refused} from './upload.js';

const element = (id) => document.getElementById(id);
const CANCELED = 'Given up; nothing was changed.';

let running = null;

element('cancel').addEventListener('click', cancel);
addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && running && !event.target.closest('dialog')) {
    event.preventDefault();
    cancel();
  }
});

/** Gives up what is under way. */
export function cancel() {
  if (running) {
    running.abort();
    finish(running);
    element('news').textContent = CANCELED;
  }
}

/**
 * Does `task(onProgress, signal)`; `onProgress(text, share)` tells how far it is, `share` from 0 to 1 or null.
 *
 * @param again does it once more, where that may help
 * @returns whether it went well
 */
export async function work(task, again) {
  running?.abort();
  const mine = running = new AbortController();
  const onProgress = (text, share) => mine === running && show(text, share);
  hush();
  show('Opening wide …', null);
  try {
    await task(onProgress, mine.signal);
    return !mine.signal.aborted;
  } catch (failure) {
    if (!mine.signal.aborted) {
      report(failure, again);
    }
    return false;
  } finally {
    finish(mine);
  }
}

function report(failure, again) {
  if (failure instanceof Refused) {
    trouble(failure.message, failure.later && again ? {title: 'Try again', do: again} : null);
  } else {
    console.error(failure);
    trouble('Something went wrong on this page, not with your photo; load the page again.');
  }
}

function finish(work) {
  if (work === running) {
    running = null;
    show(null);
  }
}

/** No `text` when the work is done. */
function show(text, share = null) {
  const first = document.body.dataset.state !== 'fed';
  const place = element(first ? 'mouth' : 'stage');
  const pill = element('work');
  document.body.dataset.state = first ? (text ? 'chewing' : 'hungry') : 'fed';
  // To move it there again would start its animation once more.
  if (pill.parentElement !== place) {
    place.append(pill);
  }
  pill.hidden = !text;
  element('doing').textContent = text ?? '';
  if (share === null) {
    element('progress').removeAttribute('value');
  } else {
    element('progress').value = share;
  }
}
