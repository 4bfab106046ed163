// Puts the page together: its eyes, the ways in; the rest is loaded with the first photo.

import {trouble} from './bubble.js';
import {openEyes} from './face.js';
import {install} from './install.js';
import {connect} from './sources.js';

openEyes();
connect({onPhotos: feed, onTrouble: trouble});
install(feed);

async function feed(files) {
  const {feed: take} = await import('./actions.js');
  await take(files);
  navigator.serviceWorker?.controller?.postMessage('later');
}
