// What was before, to go back to it, and forth again.

/** Changes of one kind that follow each other so fast are one, as while a slider is dragged, ms. */
const GESTURE = 700;
const MAX_STEPS = 200;

export class Undo {
  #past = [];
  #future = [];
  #kind = null;
  #time = 0;

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  /**
   * Keeps `state` as what was before a change of that `kind`. Changes of the same symbol are always one step, those of
   * the same name if they follow each other fast, and those of null never.
   */
  record(state, kind) {
    const now = performance.now();
    const lasts = typeof kind === 'symbol' || now - this.#time < GESTURE;
    if (!kind || kind !== this.#kind || !lasts) {
      this.#past.push(state);
      this.#past.splice(0, this.#past.length - MAX_STEPS);
    }
    this.#kind = kind;
    this.#time = now;
    this.#future = [];
  }

  /** The state before `now`. */
  undo(now) {
    this.#future.push(now);
    this.#kind = null;
    return this.#past.pop();
  }

  redo(now) {
    this.#past.push(now);
    this.#kind = null;
    return this.#future.pop();
  }
}
