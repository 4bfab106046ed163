// Puts the page together: its eyes, the ways in; the rest is loaded with the first photo.

import {trouble} from './bubble.js';
import {openEyes} from './face.js';
import {install} from './install.js';
import {connect} from './sources.js';

openEyes();
connect({onPhotos: feed, onTrouble: trouble});
install(feed);

/** `event`, if any, brought them. */
async function feed(files, event) {
  const {feed: take} = await import('./actions.js');
  await take(files, event);
  navigator.serviceWorker?.controller?.postMessage('later');
}
