import {Pushes, onPush} from './motion.js';

/** The longest step that is simulated: after a pause, as in a hidden tab, balls go on from where they were, s. */
const MAX_FRAME = 1 / 20;

/** Moves balls frame by frame while anything pushes them, and rests with them. */
export class Loop {
  #pushes = new Pushes();
  #frame = 0;
  #then = 0;

  /** `balls()` gives them in each frame; `draw()` shows them. */
  constructor(balls, draw) {
    this.balls = balls;
    this.draw = draw;
    this.running = false;
    onPush(() => this.wake());
  }

  start() {
    this.running = true;
    this.wake();
  }

  stop() {
    this.running = false;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  wake() {
    if (this.running && !this.#frame) {
      this.#then = performance.now();
      this.#frame = requestAnimationFrame((now) => this.#next(now));
    }
  }

  #next(now) {
    const seconds = Math.min(MAX_FRAME, Math.max(0.001, (now - this.#then) / 1000));
    const push = this.#pushes.over(seconds);
    const balls = this.balls();
    balls.forEach((ball) => ball.move(seconds, push.x, push.y));
    this.draw();
    this.#then = now;
    const rest = balls.every((ball) => ball.still);
    this.#frame = rest ? 0 : requestAnimationFrame((next) => this.#next(next));
  }
}
