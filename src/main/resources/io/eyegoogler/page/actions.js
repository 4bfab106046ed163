// The buttons and keys that do something with what is on the plate.

import {announce} from './bubble.js';
import {listenToPhone, shake} from './motion.js';
import {back, eyesOn, feed, forth, open, plate, putPair, roll, update} from './plate.js';
import {copyCommand, copyPicture, download, made, share} from './save.js';

const element = (id) => document.getElementById(id);
const onClick = (id, action) => element(id).addEventListener('click', action);
/** Share of an undirected jerk, in g. */
const JERK = 24;
const PLAIN_HTTP = 'Tilting needs https, or this page on localhost: browsers hide the phone’s sensors from plain HTTP.';

export {feed};

onClick('dice', roll);
onClick('undo', back);
onClick('redo', forth);
onClick('pair', putPair);
onClick('reset', () => update({anchors: plate.photo.origin}));
onClick('live', () => plate.layer.isRolling ? leaveLive() : goLive());
onClick('shake', () => shake(JERK * (Math.random() - 0.5), -20));
onClick('save', () => plate.layer.isRolling ? openMoments() : download(file));
onClick('share', () => share(file));
onClick('copy-picture', copy);
onClick('copy', copyCommand);
onClick('save-all', async () => (await import('./album.js')).saveAll(plate.photos, open, eyesOn, plate.scene.options));

/** The file of what is seen, made by the service. */
function file(task) {
  return made(plate.photo, plate.eyes, plate.scene.options, task);
}

function copy() {
  return copyPicture(plate.layer.still('image/png'), plate.eyes.length);
}

async function goLive() {
  await listenToPhone();
  plate.layer.roll();
  showLive(true);
}

function leaveLive() {
  plate.layer.rest();
  showLive(false);
}

function showLive(on) {
  element('stage').classList.toggle('live', on);
  element('live').setAttribute('aria-pressed', on);
  element('shake').hidden = element('hint').hidden = !on;
  element('moments').hidden = true;
  element('save').lastElementChild.textContent = on ? 'Save this moment' : 'Download';
  const touch = matchMedia('(pointer: coarse)').matches;
  element('hint').textContent = touch ? (isSecureContext ? 'Tilt and shake your phone.' : PLAIN_HTTP)
    : 'Shake the pointer, as if it held the photo.';
}

/** Offers what a moment can be saved as. */
function openMoments() {
  element('moments').hidden = !element('moments').hidden;
  element('video').hidden = !globalThis.MediaRecorder;
  element('still').focus();
}

for (const kind of ['still', 'gif', 'video']) {
  onClick(kind, async () => {
    element('moments').hidden = true;
    const {saveMoment} = await import('./moment.js');
    await saveMoment(kind, plate.layer, plate.photo.name, plate.scene.options.format);
  });
}

addEventListener('keydown', (event) => {
  const isText = event.target.matches('input:not([type=radio], [type=range]), select, textarea');
  if (!(event.ctrlKey || event.metaKey) || event.altKey || isText || !plate.photo) {
    return;
  }
  const key = event.key.toLowerCase();
  if (key === 'z' || key === 'y') {
    event.preventDefault();
    const done = key === 'y' || event.shiftKey ? forth() : back();
    announce(done ? 'Done.' : 'There is nothing more.');
  } else if (key === 'c' && getSelection().isCollapsed) {
    event.preventDefault();
    copy();
  }
});

const canShare = () => navigator.canShare?.({files: [new File(['?'], 'photo.jpg', {type: 'image/jpeg'})]}) ?? false;
element('share').hidden = !canShare();
