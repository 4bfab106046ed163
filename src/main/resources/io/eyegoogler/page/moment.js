// A moment of the live eyes: a still, or three seconds as GIF or video, all made by the browser.

import {announce} from './bubble.js';
import {recordCanvas} from './recorder.js';
import {keep} from './save.js';
import {SUFFIXES} from './words.js';
import {work} from './work.js';

const SECONDS = 3;
/** Of a GIF; 20 ms steps are the finest that browsers show. */
const GIF_RATE = 16;
const MAX_GIF_WIDTH = 480;
const MAX_VIDEO_WIDTH = 1280;

/** Saves what `layer` shows now as `kind`: still, gif or video. */
export async function saveMoment(kind, layer, photoName, format) {
  const stem = photoName.replace(/\.[^.]*$/, '') + '-googly';
  if (kind === 'still') {
    const isJpeg = format === 'jpeg' || format === 'gif';
    const type = isJpeg ? 'image/jpeg' : 'image/png';
    saved(new File([await layer.still(type)], stem + SUFFIXES[isJpeg ? 'jpeg' : 'png'], {type}));
    return;
  }
  await work(async (onProgress, signal) => {
    const blob = await (kind === 'gif' ? gif(layer, onProgress, signal) : video(layer, onProgress, signal));
    const suffix = kind === 'gif' ? '.gif' : blob.type.includes('mp4') ? '.mp4' : '.webm';
    saved(new File([blob], stem + suffix, {type: blob.type}));
  });
}

function saved(file) {
  keep(file);
  announce(`Saved as ${file.name}.`);
}

/** Calls `each` at every frame for three seconds. */
function frames(each, onProgress, signal) {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const next = (now) => {
      const seconds = Math.max(0, (now - start) / 1000);
      if (signal.aborted) {
        reject(signal.reason);
      } else if (seconds >= SECONDS) {
        resolve();
      } else {
        onProgress(`Filming … shake it! ${Math.ceil(SECONDS - seconds)}`, seconds / SECONDS);
        each(seconds);
        requestAnimationFrame(next);
      }
    };
    requestAnimationFrame(next);
  });
}

async function gif(layer, onProgress, signal) {
  const {Gif} = await import('./gif.js');
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d', {willReadFrequently: true});
  const width = Math.max(1, Math.min(MAX_GIF_WIDTH, layer.size.width));
  const taken = [];
  await frames((seconds) => {
    if (seconds * GIF_RATE >= taken.length) {
      layer.paint(canvas, width);
      taken.push(context.getImageData(0, 0, canvas.width, canvas.height));
    }
  }, onProgress, signal);
  onProgress('Writing …', null);
  const result = new Gif(canvas.width, canvas.height, taken[0].data);
  for (const {data} of taken) {
    result.add(data, SECONDS / taken.length);
    // The page stays alive, and the pill can be pressed.
    await new Promise((done) => setTimeout(done));
    signal.throwIfAborted();
  }
  return result.toBlob();
}

async function video(layer, onProgress, signal) {
  const canvas = document.createElement('canvas');
  // Encoders take even sides.
  const width = 2 * Math.max(8, Math.floor(Math.min(MAX_VIDEO_WIDTH, layer.size.width) / 2));
  layer.paint(canvas, width);
  const recording = recordCanvas(canvas);
  try {
    await frames(() => layer.paint(canvas, width), onProgress, signal);
  } catch (failure) {
    await recording.stop();
    throw failure;
  }
  return recording.stop();
}
