// The ways photos come in: chosen, dropped, pasted, snapped, or the sample.

const element = (id) => document.getElementById(id);
const PLAIN_HTTP = 'Browsers let a page use the camera on https and on localhost only; choose a photo instead.';

/**
 * `onPhotos` gets the files of each time, and the event if they were dropped or pasted; `onTrouble` a sentence on why
 * none came.
 */
export function connect({onPhotos, onTrouble}) {
  for (const input of [element('file'), element('capture')]) {
    input.addEventListener('change', () => {
      const files = [...input.files];
      // So that the same file can be chosen again.
      input.value = '';
      if (files.length) {
        onPhotos(files);
      }
    });
  }
  element('choose').addEventListener('click', () => element('file').click());
  element('another').addEventListener('click', () => element('file').click());
  element('snap').addEventListener('click', () => snap(onPhotos, onTrouble));
  element('resnap').addEventListener('click', () => snap(onPhotos, onTrouble));
  element('sample').addEventListener('click', () => sample(onPhotos, onTrouble));
  addEventListener('paste', (event) => take(event.clipboardData, event, onPhotos, onTrouble));
  listenForDrops(onPhotos, onTrouble);
}

/** Takes what was pasted or dropped: files, or a picture's address. */
async function take(data, event, onPhotos, onTrouble) {
  const files = [...data.files];
  const text = data.getData('text/uri-list') || data.getData('text/plain');
  if (files.length) {
    onPhotos(files, event);
  } else if (text.trim() && !event.target.matches?.('input, textarea')) {
    const {photoAt} = await import('./address.js');
    photoAt(text.trim()).then((photo) => onPhotos([photo], event), (failure) => onTrouble(failure.message));
  }
}

function listenForDrops(onPhotos, onTrouble) {
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
    take(event.dataTransfer, event, onPhotos, onTrouble);
  });
  // The picture on the plate isn't dropped onto itself.
  addEventListener('dragstart', (event) => event.preventDefault());
}

/** The page's own camera shows the eyes live; where it can't be opened, a phone's does. */
async function snap(onPhotos, onTrouble) {
  if (!navigator.mediaDevices?.getUserMedia) {
    if (matchMedia('(pointer: coarse)').matches) {
      element('capture').click();
    } else {
      onTrouble(PLAIN_HTTP);
    }
    return;
  }
  try {
    const {openCamera} = await import('./camera.js');
    const photo = await openCamera();
    if (photo) {
      onPhotos([photo]);
    }
  } catch (refused) {
    onTrouble(refused.name === 'NotFoundError'
      ? 'I see no camera here; choose a photo instead.'
      : 'I may not use the camera; allow it in the address bar, or choose a photo instead.');
  }
}

async function sample(onPhotos, onTrouble) {
  try {
    const answer = await fetch(new URL('astronaut.jpg', import.meta.url));
    if (!answer.ok) {
      // This page is older than the service, which has other files now.
      onTrouble('The sample isn’t there any more; load the page again.');
      return;
    }
    onPhotos([new File([await answer.blob()], 'astronaut.jpg', {type: 'image/jpeg'})]);
  } catch {
    onTrouble('The sample can’t be fetched; check the connection.');
  }
}
