// ICC profiles in pictures that a canvas has written: it converts colors of few spaces only, but others can.

import {crc32} from './zip.js';

/** Markers of JPEG (ITU-T T.81), and what an APP2 segment with a profile begins with (ICC.1, annex B.4). */
const APP0 = 0xe0;
const APP2 = 0xe2;
const LAST_APP = 0xef;
const ICC_PROFILE = [...'ICC_PROFILE\0'].map((sign) => sign.charCodeAt(0));
const MAX_PART = 65_535 - 2 - ICC_PROFILE.length - 2;
/** A PNG's chunks begin behind its signature and its header, IHDR. */
const BEHIND_HEADER = 8 + 25;

/** A JPEG or PNG of a canvas with the profile, whose colors its pixels have. */
export async function withProfile(picture, profile) {
  const bytes = new Uint8Array(await picture.arrayBuffer());
  const parts = picture.type === 'image/jpeg'
    ? inJpeg(bytes, segments(profile))
    : [bytes.subarray(0, BEHIND_HEADER), await chunk(profile), bytes.subarray(BEHIND_HEADER)];
  return new Blob(parts, {type: picture.type});
}

/** The JPEG's parts with other APP2 segments: Chromium writes one that says sRGB. */
function inJpeg(bytes, profile) {
  const kept = [];
  let at = 2;
  while (bytes[at + 1] >= APP0 && bytes[at + 1] <= LAST_APP) {
    const end = at + 2 + (bytes[at + 2] << 8 | bytes[at + 3]);
    if (bytes[at + 1] !== APP2) {
      kept.push(bytes.subarray(at, end));
    }
    at = end;
  }
  return [bytes.subarray(0, 2), ...kept, ...profile, bytes.subarray(at)];
}

function segments(profile) {
  const count = Math.ceil(profile.length / MAX_PART);
  return Array.from({length: count}, (_, index) => {
    const part = profile.subarray(index * MAX_PART, (index + 1) * MAX_PART);
    const length = 2 + ICC_PROFILE.length + 2 + part.length;
    return Uint8Array.of(0xff, APP2, length >> 8, length & 0xff, ...ICC_PROFILE, index + 1, count, ...part);
  });
}

/** An iCCP chunk (PNG specification, third edition, 11.3.2.3). */
async function chunk(profile) {
  const deflated = new Blob([profile]).stream().pipeThrough(new CompressionStream('deflate'));
  const content = new Uint8Array(await new Response(deflated).arrayBuffer());
  const name = [...'iCCPicc\0\0'].map((sign) => sign.charCodeAt(0));
  const checked = Uint8Array.of(...name, ...content);
  return new Blob([integer(checked.length - 4), checked, integer(crc32(checked))]);
}

const integer = (value) => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
