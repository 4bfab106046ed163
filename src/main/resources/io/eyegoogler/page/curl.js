import {currentKey} from './key.js';
import {CUSTOM, query} from './options.js';

/** Names that neither a shell nor curl's -F reads as anything else: a photo may come with any name. */
const PLAIN_NAME = /^[\w][\w .+-]*$/;

/**
 * The command that brings what is seen, with the service at `page`'s address.
 *
 * @param eyes those that were put there by hand; null where the service finds them itself
 */
export function curlLine(page, photoName, options, resultName, eyes) {
  const moves = options.format === 'gif' || options.format === 'apng';
  const isOwn = eyes ? eyes.some((eye) => eye.style === CUSTOM) : options.style === CUSTOM;
  const style = isOwn ? [] : ['style'];
  const names = eyes ? [...style, ...(moves ? ['seed'] : []), 'format'] : [...style, 'gaze', 'size', 'seed', 'format'];
  const service = new URL('eyegoogler?' + query(options, names), page);
  const file = plain(photoName, 'photo.jpg');
  const output = plain(resultName, resultName.replace(/^.*-googly/s, 'photo-googly'));
  const field = eyes ? ` -F 'eyes=${shortened(eyes, isOwn ? CUSTOM : options.style)}'` : '';
  const key = currentKey() === null ? '' : ' -H "Authorization: Bearer $KEY"';
  return `curl${key} -F "file=@${file}"${field}${isOwn ? pictures(options.own) : ''} "${encodeQuotes(service.href)}" --output "${output}"`;
}

const pictures = (own) => ` -F "eye=@${plain(own.eye.name, 'eye.png')}"`
  + (own.pupil ? ` -F "pupil=@${plain(own.pupil.name, 'pupil.png')}"` : '');
const plain = (name, otherwise) => PLAIN_NAME.test(name) ? name : otherwise;
const rounded = (number, digits) => Number(number.toFixed(digits));
/** Toward the middle, so that no pupil leaves its eye. */
const inward = (number) => Math.trunc(100 * number) / 100;

/** Exact to a tenth of a pixel, and without what is the default. */
function shortened(eyes, style) {
  return JSON.stringify(eyes.map((eye) => ({
    x: rounded(eye.x, 1),
    y: rounded(eye.y, 1),
    radius: rounded(eye.radius, 1),
    ...(rounded(eye.roll, 2) && {roll: rounded(eye.roll, 2)}),
    side: eye.side,
    pupil: {x: inward(eye.pupil.x), y: inward(eye.pupil.y)},
    ...(eye.style !== style && {style: eye.style}),
  })));
}

/** What a shell would take up inside of double quotes. */
function encodeQuotes(address) {
  return address.replace(/["`$\\!]/g, (sign) => '%' + sign.charCodeAt(0).toString(16));
}
