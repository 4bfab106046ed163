// What GET /styles says: how eyes look, and the numbers by which they are placed.

import {prepared} from './paint.js';
import {Refused, UNREACHABLE} from './upload.js';

let known = null;

/** `listed`, the styles as the service lists them, `styles`, ready to be drawn, by their ids, and `placing`. */
export async function fetchStyles() {
  try {
    if (!known) {
      const {styles, placing} = await (await fetch('styles')).json();
      known = {listed: styles, styles: prepared(styles), placing};
    }
    return known;
  } catch {
    throw new Refused(UNREACHABLE, true);
  }
}
