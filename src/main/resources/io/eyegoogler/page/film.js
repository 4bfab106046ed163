// Several photos: a strip of them to choose from.

const strip = document.getElementById('film');

/** Shows `photos`; `onChoose` gets one of them. */
export function showFilm(photos, current, onChoose) {
  strip.hidden = photos.length < 2;
  while (strip.children.length > photos.length) {
    strip.lastChild.remove();
  }
  photos.forEach((photo, index) => {
    const button = (strip.children[index] ?? strip.appendChild(newFrame())).firstChild;
    const source = photo.url ?? (photo.preview ??= URL.createObjectURL(photo.file));
    if (button.firstChild.getAttribute('src') !== source) {
      button.firstChild.src = source;
    }
    button.setAttribute('aria-label', `Photo ${index + 1}: ${photo.name}`);
    button.setAttribute('aria-pressed', photo === current);
    button.onclick = () => onChoose(photo);
  });
}

function newFrame() {
  const button = Object.assign(document.createElement('button'), {type: 'button', className: 'thumb'});
  button.append(Object.assign(new Image(), {alt: '', loading: 'lazy', decoding: 'async'}));
  const item = document.createElement('li');
  item.append(button);
  return item;
}
