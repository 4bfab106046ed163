// Puts the page together: a photo goes to the service, its answer onto the plate, and the controls send it again.

import {reveal, setAfter, setBefore} from './compare.js';
import {showControls} from './controls.js';
import {curlLine} from './curl.js';
import {openEyes} from './face.js';
import {sendable} from './foreign.js';
import {Live} from './live.js';
import {listenToPhone, shake} from './motion.js';
import {address, drawnSeed, fromAddress, query} from './options.js';
import {prepared} from './paint.js';
import {connect} from './sources.js';
import {Refused, post} from './upload.js';
import {NOBODY, counted, facts, resultName, sending} from './words.js';

const element = (id) => document.getElementById(id);
const options = fromAddress(location.search);
const live = new Live(element('canvas'), element('before'));
/** What is on the plate: the photo, the service's answer and its name, and the faces once they were asked for. */
let plate = null;
/** What GET /styles says, once it was asked for. */
let styles = null;
let running = new AbortController();

openEyes();
connect({onPhoto: feed, onTrouble: trouble});
element('dice').addEventListener('click', () => change('seed', drawnSeed()));
element('live').addEventListener('click', () => (live.running ? leaveLive() : goLive()));
element('shake').addEventListener('click', () => shake(24 * (Math.random() - 0.5), -20));
element('save').addEventListener('click', save);
element('share').addEventListener('click', share);
element('copy').addEventListener('click', copy);
element('hush').addEventListener('click', hush);

/** Takes a photo in, whatever way it came. */
async function feed(file) {
  hush();
  const {photo, note, advice} = await sendable(file);
  if (advice) {
    trouble(advice);
  } else if (await serve(photo, true) && note) {
    element('facts').append(` · ${note}`);
  }
}

/** Sends a photo to the service and shows the answer; whether that went well. */
async function serve(photo, isNew) {
  const sent = {...options};
  return work(async (onProgress, signal) => {
    const asked = stylesOnce();
    const answer = await post('eyegoogler?' + query(sent), photo, {onProgress, signal});
    await asked;
    await show(photo, answer, sent, isNew);
  }, () => serve(photo, isNew));
}

/** Does work that shows its progress, ends what was under way, and tells what went wrong; whether it went well. */
async function work(task, again) {
  running.abort();
  const mine = running = new AbortController();
  const onProgress = (sent, total) => mine === running && showWork(sending(sent, total), sent < total ? sent / total : null);
  hush();
  showWork('Opening wide …', null);
  try {
    await task(onProgress, mine.signal);
    return true;
  } catch (failure) {
    if (mine !== running || failure.name === 'AbortError') {
      return false;
    }
    if (failure instanceof Refused) {
      trouble(failure.message, failure.later ? again : null);
    } else {
      console.error(failure);
      trouble('Something went wrong on this page, not with your photo; load the page anew.');
    }
    return false;
  } finally {
    if (mine === running) {
      showWork(null);
    }
  }
}

async function show(photo, {blob, header, seconds}, sent, isNew) {
  const faces = Number(header('X-Faces'));
  if (isNew) {
    const shown = await setBefore(photo);
    plate = {photo, found: null, canLive: shown && faces > 0 && styles !== null};
    stopLive();
  }
  const alt = faces ? `Your photo; googly eyes are on ${counted(faces)}` : 'Your photo, as it was';
  const size = await setAfter(blob, alt);
  plate.file = new File([blob], resultName(header('Content-Disposition')), {type: blob.type});
  element('facts').textContent = facts(faces, size, blob, header('Server-Timing'), seconds);
  element('dice').disabled = faces === 0;
  element('live').disabled = !plate.canLive;
  element('share').hidden = !navigator.canShare?.({files: [plate.file]});
  element('curl').value = curlLine(location.href, photo.name, sent, plate.file.name);
  history.replaceState(null, '', address(options));
  fed(isNew);
  if (faces === 0) {
    advise(NOBODY);
  } else {
    element('news').textContent = `Done. ${counted(faces)} got googly eyes.`;
  }
}

function fed(isNew) {
  if (isNew) {
    reveal();
  }
  if (document.body.dataset.state !== 'fed') {
    document.body.dataset.state = 'fed';
    element('face').hidden = true;
    element('plate').hidden = element('more').hidden = false;
    element('plate').focus({preventScroll: true});
  }
}

/** Without its styles the page still works, and asks again with the next photo. */
async function stylesOnce() {
  if (styles) {
    return;
  }
  const isFirst = document.body.dataset.state !== 'fed';
  try {
    const answer = await fetch('styles');
    styles = answer.ok ? await answer.json() : null;
  } catch {
    styles = null;
  }
  if (styles || isFirst) {
    showControls(options, styles?.styles ?? [], change);
  }
}

/** An option was touched: live eyes follow at once, a still is made anew. */
function change(name, value) {
  options[name] = value;
  history.replaceState(null, '', address(options));
  if (live.running) {
    plate.stale = true;
    setLive();
  } else {
    serve(plate.photo, false);
  }
}

async function goLive() {
  await listenToPhone();
  const {photo} = plate;
  const went = plate.found || await work(async (onProgress, signal) => {
    const answer = await post('faces', photo, {onProgress, signal});
    plate.found = JSON.parse(await answer.blob.text());
  }, goLive);
  if (went) {
    setLive();
    live.start();
    showLive(true);
  }
}

function setLive() {
  const style = styles.styles.find(({id}) => id === options.style);
  live.set(plate.found, styles.placing, prepared(style), {...options, size: Number(options.size)});
}

function stopLive() {
  live.stop();
  showLive(false);
}

function leaveLive() {
  stopLive();
  if (plate.stale) {
    plate.stale = false;
    serve(plate.photo, false);
  }
}

function showLive(on) {
  element('stage').classList.toggle('live', on);
  element('live').setAttribute('aria-pressed', on);
  element('shake').hidden = element('hint').hidden = !on;
  element('wipe').hidden = on || element('before').hidden;
  element('save').lastElementChild.textContent = on ? 'Save this moment' : 'Download';
  element('hint').textContent = matchMedia('(pointer: coarse)').matches
    ? 'Tilt and shake your phone.'
    : 'Shake the pointer, as if it held the photo.';
}

/** The answer, or, of live eyes, the moment. */
async function file() {
  if (!live.running) {
    return plate.file;
  }
  const type = options.format === 'jpeg' ? 'image/jpeg' : 'image/png';
  const name = plate.file.name.replace(/\.\w+$/, options.format === 'jpeg' ? '.jpg' : '.png');
  return new File([await live.still(type)], name, {type});
}

async function save() {
  const saved = await file();
  const link = document.createElement('a');
  link.href = URL.createObjectURL(saved);
  link.download = saved.name;
  link.click();
  // Not before the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function share() {
  try {
    await navigator.share({files: [await file()]});
  } catch (failure) {
    if (failure.name !== 'AbortError') {
      trouble('Sharing didn’t work; download it and share the file.');
    }
  }
}

async function copy() {
  const field = element('curl');
  field.select();
  // The clipboard is there on https and localhost only; the older way works everywhere.
  const copied = await navigator.clipboard?.writeText(field.value).then(() => true, () => false)
    || document.execCommand('copy');
  element('news').textContent = copied ? 'Copied.' : 'Marked; copy it with the keyboard.';
  element('copy').classList.add('done');
  setTimeout(() => element('copy').classList.remove('done'), 1500);
}

/** `share` from 0 to 1, or null while nobody knows; no `text` when the work is done. */
function showWork(text, share) {
  const first = document.body.dataset.state !== 'fed';
  document.body.dataset.state = first ? (text ? 'chewing' : 'hungry') : 'fed';
  element(first ? 'mouth' : 'stage').append(element('work'));
  element('work').hidden = !text;
  element('doing').textContent = text ?? '';
  if (share === null || share === undefined) {
    element('progress').removeAttribute('value');
  } else {
    element('progress').value = share;
  }
}

function trouble(sentence, again) {
  say(element('trouble'), sentence);
  element('again').hidden = !again;
  element('again').onclick = again;
}

function advise(sentence) {
  say(element('advice'), sentence);
}

function say(place, sentence) {
  hush();
  element('bubble').hidden = false;
  element('bubble').classList.toggle('bad', place.id === 'trouble');
  place.textContent = sentence;
}

function hush() {
  element('bubble').hidden = element('again').hidden = true;
  element('trouble').textContent = element('advice').textContent = '';
}
