// The ways a photo comes in: chosen, dropped, pasted, snapped, or the sample.

import {openCamera} from './camera.js';

const element = (id) => document.getElementById(id);

/** `onPhoto` gets each file, `onTrouble` a sentence on why none came. */
export function connect({onPhoto, onTrouble}) {
  for (const input of [element('file'), element('capture')]) {
    input.addEventListener('change', () => {
      if (input.files.length) {
        onPhoto(input.files[0]);
      }
      // So that the same file can be chosen again.
      input.value = '';
    });
  }
  element('choose').addEventListener('click', () => element('file').click());
  element('another').addEventListener('click', () => element('file').click());
  element('snap').addEventListener('click', () => snap(onPhoto, onTrouble));
  element('resnap').addEventListener('click', () => snap(onPhoto, onTrouble));
  element('sample').addEventListener('click', () => sample(onPhoto, onTrouble));
  addEventListener('paste', (event) => {
    if (event.clipboardData.files.length) {
      onPhoto(event.clipboardData.files[0]);
    }
  });
  listenForDrops(onPhoto, onTrouble);
}

function listenForDrops(onPhoto, onTrouble) {
  let depth = 0;
  const mark = (change) => {
    depth = Math.max(0, depth + change);
    document.body.classList.toggle('dragging', depth > 0);
  };
  addEventListener('dragenter', () => mark(1));
  addEventListener('dragleave', () => mark(-1));
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    event.preventDefault();
    mark(-depth);
    if (event.dataTransfer.files.length) {
      onPhoto(event.dataTransfer.files[0]);
    } else {
      onTrouble('That was no file; save the picture first, then drop it here.');
    }
  });
}

/** A phone's own camera does it best; elsewhere the page opens one. */
async function snap(onPhoto, onTrouble) {
  const phone = matchMedia('(pointer: coarse)').matches;
  if (phone || !navigator.mediaDevices?.getUserMedia) {
    element('capture').click();
    return;
  }
  try {
    const photo = await openCamera();
    if (photo) {
      onPhoto(photo);
    }
  } catch (refused) {
    onTrouble(refused.name === 'NotFoundError'
      ? 'I see no camera here; choose a photo instead.'
      : 'I may not use the camera; allow it in the address bar, or choose a photo instead.');
  }
}

async function sample(onPhoto, onTrouble) {
  try {
    const answer = await fetch(new URL('astronaut.jpg', import.meta.url));
    if (!answer.ok) {
      // This page is older than the service, which has other files now.
      onTrouble('The sample isn’t there any more; load the page anew.');
      return;
    }
    onPhoto(new File([await answer.blob()], 'astronaut.jpg', {type: 'image/jpeg'}));
  } catch {
    onTrouble('The sample can’t be fetched; check the connection.');
  }
}
