// Draws eyes on a canvas from the shapes that GET /styles gives, lengths in radii of the sclera, y down; or from one's
// own pictures.

import {longerSide} from './own.js';

/** The styles by their ids, with shapes that are ready to be drawn. */
export function prepared(styles) {
  return new Map(styles.map((style) =>
    [style.id, {...style, parts: style.parts.map((part) => ({...part, shape: shapeOf(part)}))}]));
}

function shapeOf({circle, path}) {
  if (path) {
    return new Path2D(path);
  }
  const shape = new Path2D();
  shape.arc(circle[0], circle[1], circle[2], 0, 2 * Math.PI);
  return shape;
}

/** Draws `eyes`, each in its own style, in px of the photo; `pupils`, if given, replace the eyes' own. */
export function paintEyes(context, styles, eyes, pupils) {
  eyes.forEach((eye, index) => paintEye(context, styles.get(eye.style), eye, pupils?.[index] ?? eye.pupil));
}

function paintEye(context, style, eye, pupil) {
  if (style.eye) {
    paintPictures(context, style, eye, pupil);
    return;
  }
  for (const part of style.parts) {
    context.save();
    context.translate(eye.x, eye.y);
    context.scale(eye.radius, eye.radius);
    if (part.inside) {
      context.beginPath();
      context.arc(0, 0, 1, 0, 2 * Math.PI);
      context.clip();
    }
    if (part.on !== 'eye') {
      context.translate(style.reach * pupil.x, style.reach * pupil.y);
    }
    if (part.on !== 'light') {
      context.rotate(eye.roll);
    }
    if (part.mirror && eye.side === 'left') {
      context.scale(-1, 1);
    }
    paintPart(context, part);
    context.restore();
  }
}

function paintPictures(context, {eye: sclera, pupil: iris, reach}, {x, y, radius, roll}, pupil) {
  paintPicture(context, sclera, {x, y}, roll, 2 * radius / longerSide(sclera));
  if (iris) {
    const at = {x: x + reach * radius * pupil.x, y: y + reach * radius * pupil.y};
    paintPicture(context, iris, at, roll, 2 * radius / Math.max(longerSide(sclera), longerSide(iris)));
  }
}

/** Draws the smallest of a picture's levels that has at least as many pixels as are seen. */
function paintPicture(context, {levels, width, height}, {x, y}, roll, scale) {
  const {a, b} = context.getTransform();
  const fitting = Math.floor(-Math.log2(scale * Math.hypot(a, b)));
  const level = Math.max(0, Math.min(levels.length - 1, fitting));
  const share = 2 ** -level;
  context.save();
  context.translate(x, y);
  context.rotate(roll);
  context.scale(scale, scale);
  context.drawImage(levels[level], 0, 0, width * share, height * share, -width / 2, -height / 2, width, height);
  context.restore();
}

function paintPart(context, {fill, stroke, shape}) {
  if (stroke) {
    context.lineWidth = stroke;
    context.lineCap = context.lineJoin = 'round';
    context.strokeStyle = fill;
    context.stroke(shape);
  } else {
    context.fillStyle = fill;
    context.fill(shape);
  }
}
