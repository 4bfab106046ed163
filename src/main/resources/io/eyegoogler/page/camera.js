// The page's own camera: a viewfinder with a shutter.

const element = (id) => document.getElementById(id);
const SHARPEST = {width: {ideal: 1920}, height: {ideal: 1080}, facingMode: 'user'};
const QUALITY = 0.95;

/** The photo that was snapped, or null if none was; throws if there is no camera to use. */
export async function openCamera() {
  const stream = await navigator.mediaDevices.getUserMedia({video: SHARPEST});
  const dialog = element('camera');
  const video = element('viewfinder');
  video.srcObject = stream;
  dialog.showModal();
  try {
    return await shutter(dialog, video);
  } finally {
    stream.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
    dialog.close();
  }
}

function shutter(dialog, video) {
  return new Promise((resolve) => {
    element('shutter').onclick = () => snap(video).then(resolve);
    element('leave').onclick = () => resolve(null);
    dialog.onclose = () => resolve(null);
  });
}

async function snap(video) {
  if (!video.videoWidth) {
    await new Promise((ready) => video.addEventListener('loadeddata', ready, {once: true}));
  }
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d').drawImage(video, 0, 0);
  const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
  return new File([blob], 'snap.jpg', {type: blob.type});
}
