// A pupil is a ball in a round dish that lies on its side. Lengths are in radii of the room that the pupil has, so at
// length 1 it touches the rim; x goes right and y down.

/** Gravity, radii/s². A real eye's 5 mm would give 2000, too fast to see: this one's as if 17 cm wide. */
export const GRAVITY = 60;
/** Share of the speed that is left after it hits the rim: plastic on plastic. */
const RESTITUTION = 0.6;
/** Share of the speed along the rim that is left after it hits it. */
const GRIP = 0.94;
/** Air and the cover, 1/s. */
const DRAG = 0.9;
/** Rolling along the rim, 1/s. */
const ROLLING = 1.8;
/** Slower hits don't bounce, radii/s: so it comes to rest. */
const MIN_BOUNCE = 0.7;
/** Slower and pushed no more than that, it lies still, radii/s and radii/s². */
const STILL = 0.04;
const HELD = 1.5;
/** Longest step of the simulation, s. */
const MAX_STEP = 1 / 240;

export class Ball {
  constructor(x = 0, y = 0) {
    this.x = x;
    this.y = y;
    this.vx = 0;
    this.vy = 0;
    this.still = false;
  }

  /** Moves for `seconds` under an acceleration, radii/s². */
  move(seconds, ax, ay) {
    const steps = Math.max(1, Math.ceil(seconds / MAX_STEP));
    for (let i = 0; i < steps; i++) {
      this.#step(seconds / steps, ax, ay);
    }
  }

  #step(dt, ax, ay) {
    const kept = Math.exp(-DRAG * dt);
    this.vx = (this.vx + ax * dt) * kept;
    this.vy = (this.vy + ay * dt) * kept;
    this.x += this.vx * dt;
    this.y += this.vy * dt;
    const distance = Math.hypot(this.x, this.y);
    if (distance >= 1) {
      this.#touchRim(this.x / distance, this.y / distance, dt);
    }
    this.still = this.#rests(distance, ax, ay);
  }

  /** At the point of the rim in the direction (nx, ny). */
  #touchRim(nx, ny, dt) {
    this.x = nx;
    this.y = ny;
    const out = this.vx * nx + this.vy * ny;
    const along = this.vy * nx - this.vx * ny;
    if (out <= 0) {
      return;
    }
    const bounces = out > MIN_BOUNCE;
    const back = bounces ? -RESTITUTION * out : 0;
    const on = along * (bounces ? GRIP : Math.exp(-ROLLING * dt));
    this.vx = back * nx - on * ny;
    this.vy = back * ny + on * nx;
  }

  /** Slow, and nothing pushes it but what presses it to the rim. */
  #rests(distance, ax, ay) {
    const push = distance >= 1 ? Math.abs(ay * this.x - ax * this.y) : Math.hypot(ax, ay);
    return Math.hypot(this.vx, this.vy) < STILL && push < HELD;
  }
}
