// What the face says: that something went wrong, or what may help, and one thing that can be done about it.

const element = (id) => document.getElementById(id);

element('hush').addEventListener('click', hush);

/** Something went wrong; `action`, if any, has a `title` and says what to `do`. */
export function trouble(sentence, action) {
  say(element('trouble'), sentence, action);
}

export function advise(sentence, action) {
  say(element('advice'), sentence, action);
}

function say(place, sentence, action) {
  hush();
  element('bubble').hidden = false;
  element('bubble').classList.toggle('bad', place.id === 'trouble');
  place.textContent = sentence;
  element('again').hidden = !action;
  element('again').textContent = action?.title ?? '';
  element('again').onclick = () => {
    hush();
    action.do();
  };
}

export function hush() {
  element('bubble').hidden = element('again').hidden = true;
  element('trouble').textContent = element('advice').textContent = '';
}

/** Tells those who don't see it what has happened. */
export function announce(sentence) {
  element('news').textContent = sentence;
}
