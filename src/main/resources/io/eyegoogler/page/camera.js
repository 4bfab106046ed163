// The page's own camera: a mirror with googly eyes, a shutter with a countdown, and clips while it is held.

import {trouble, announce} from './bubble.js';
import {Heads} from './heads.js';
import {LiveFaces} from './livefaces.js';
import {fromAddress} from './options.js';
import {paintEyes} from './paint.js';
import {recordCanvas} from './recorder.js';
import {keep} from './save.js';
import {fetchStyles} from './styles.js';

const element = (id) => document.getElementById(id);
const dialog = element('camera');
const view = element('viewfinder');
const QUALITY = 0.95;
/** To hold the shutter longer than that records a clip, ms. */
const HOLD = 450;
const MAX_CLIP = 15_000;
const COUNTDOWN = 3;

/** The photo that was snapped, or null if none was; throws if there is no camera to use. */
export async function openCamera() {
  const session = new Session();
  await session.choose({facingMode: 'user'});
  dialog.showModal();
  try {
    return await session.run();
  } finally {
    session.close();
  }
}

class Session {
  #video = Object.assign(document.createElement('video'), {muted: true, playsInline: true});
  #frame = 0;
  #clip = null;
  #done = null;
  #photo = document.createElement('canvas');

  /** Shows the camera that fits `wish`, as MediaTrackConstraints. */
  async choose(wish) {
    const video = {width: {ideal: 1920}, height: {ideal: 1080}, ...wish};
    const stream = await navigator.mediaDevices.getUserMedia({video});
    this.#stop();
    this.stream = stream;
    this.#video.srcObject = stream;
    await this.#video.play();
    const settings = stream.getVideoTracks()[0].getSettings();
    // One sees oneself as in a mirror, and the world as it is.
    this.isMirrored = settings.facingMode !== 'environment';
    this.heads = new Heads();
    this.faces = new LiveFaces((found, taken) => this.heads.see(found, taken));
    await this.#listCameras(settings.deviceId);
  }

  async #listCameras(current) {
    const cameras = (await navigator.mediaDevices.enumerateDevices()).filter(({kind}) => kind === 'videoinput');
    const select = element('cameras');
    select.hidden = cameras.length < 2;
    select.replaceChildren(...cameras.map(({deviceId, label}, index) =>
      new Option(label || `Camera ${index + 1}`, deviceId, false, deviceId === current)));
    select.onchange = () => this.choose({deviceId: {exact: select.value}})
      .catch(() => trouble('That camera can’t be opened.'));
  }

  async run() {
    // Without styles it is a camera like any other.
    const {styles, placing} = await fetchStyles().catch(() => ({}));
    Object.assign(this, {styles, placing});
    this.#listStyles([...(styles?.values() ?? [])]);
    this.#frame = requestAnimationFrame((now) => this.#draw(now));
    return new Promise((resolve) => {
      this.#done = resolve;
      dialog.onclose = () => resolve(null);
      element('leave').onclick = () => resolve(null);
      element('timer').onclick = () => this.#countDown();
      this.#listenToShutter();
    });
  }

  #listStyles(styles) {
    const select = element('camera-style');
    select.hidden = !styles.length;
    select.replaceChildren(...styles.map(({id, title}) => new Option(title, id)));
    select.value = fromAddress(location.search).options.style;
    select.selectedIndex = Math.max(0, select.selectedIndex);
  }

  #draw(now) {
    this.#frame = requestAnimationFrame((next) => this.#draw(next));
    const {videoWidth: width, videoHeight: height} = this.#video;
    if (!width) {
      return;
    }
    this.#paintVideo(view, width, height);
    if (!this.styles) {
      return;
    }
    this.faces.look(view);
    const eyes = this.heads.eyes(now, this.placing, element('camera-style').value);
    paintEyes(view.getContext('2d'), this.styles, eyes);
    view.dataset.eyes = eyes.length;
  }

  #paintVideo(canvas, width, height) {
    if (canvas.width !== width || canvas.height !== height) {
      Object.assign(canvas, {width, height});
    }
    const context = canvas.getContext('2d');
    context.setTransform(this.isMirrored ? -1 : 1, 0, 0, 1, this.isMirrored ? width : 0, 0);
    context.drawImage(this.#video, 0, 0, width, height);
    context.resetTransform();
  }

  /** A press snaps, a longer one records for as long as it is held. */
  #listenToShutter() {
    const shutter = element('shutter');
    let timer = 0;
    shutter.onpointerdown = (event) => {
      shutter.setPointerCapture(event.pointerId);
      timer = setTimeout(() => this.#record(), HOLD);
    };
    shutter.onpointerup = shutter.onpointercancel = () => {
      clearTimeout(timer);
      this.#endClip();
    };
    shutter.onkeydown = ({key, repeat}) => {
      if (key === ' ' && !repeat) {
        timer = setTimeout(() => this.#record(), HOLD);
      }
    };
    shutter.onkeyup = shutter.onpointerup;
    shutter.oncontextmenu = (event) => event.preventDefault();
    shutter.onclick = () => this.wasClip ? (this.wasClip = false) : this.#snap();
  }

  #record() {
    if (!globalThis.MediaRecorder) {
      return;
    }
    this.wasClip = true;
    dialog.classList.add('recording');
    this.#clip = recordCanvas(view);
    this.clipTimer = setTimeout(() => this.#endClip(), MAX_CLIP);
  }

  async #endClip() {
    const clip = this.#clip;
    this.#clip = null;
    clearTimeout(this.clipTimer);
    if (clip) {
      dialog.classList.remove('recording');
      const blob = await clip.stop();
      const file = new File([blob], `googly.${blob.type.includes('mp4') ? 'mp4' : 'webm'}`, {type: blob.type});
      keep(file);
      announce(`Saved as ${file.name}.`);
    }
  }

  async #countDown() {
    const sign = element('countdown');
    sign.hidden = false;
    for (let left = COUNTDOWN; left > 0 && dialog.open; left--) {
      sign.textContent = left;
      await new Promise((done) => setTimeout(done, 1000));
    }
    sign.hidden = true;
    if (dialog.open) {
      this.#snap();
    }
  }

  /** The picture without eyes, for the page to put them on. */
  async #snap() {
    if (!this.#video.videoWidth) {
      await new Promise((ready) => this.#video.addEventListener('loadeddata', ready, {once: true}));
    }
    this.#paintVideo(this.#photo, this.#video.videoWidth, this.#video.videoHeight);
    const blob = await new Promise((done) => this.#photo.toBlob(done, 'image/jpeg', QUALITY));
    this.#done(new File([blob], 'snap.jpg', {type: blob.type}));
  }

  #stop() {
    this.stream?.getTracks().forEach((track) => track.stop());
    this.faces?.stop();
  }

  close() {
    cancelAnimationFrame(this.#frame);
    this.#endClip();
    this.#stop();
    this.#video.srcObject = null;
    element('countdown').hidden = true;
    dialog.close();
  }
}
