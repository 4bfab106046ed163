// The picture as one image, unseen over what is drawn, so that the browser's own menu can save and copy it.

/** It is made once nothing has changed for so long, ms; where that takes long, for so many times as long. */
const MIN_REST = 250;
const PATIENCE = 4;
const TYPES = {jpeg: 'image/jpeg', gif: 'image/jpeg', png: 'image/png', apng: 'image/png'};

export class Picture {
  #timer = 0;
  #version = 0;
  /** The version that the image shows. */
  #made = 0;
  #rest = MIN_REST;

  /** `image` lies over `layer`. */
  constructor(image, layer) {
    this.image = image;
    this.layer = layer;
  }

  /** Whether the image shows all changes so far. */
  get isCurrent() {
    return this.#made === this.#version && this.image.complete;
  }

  /** Follows what is shown now. */
  follow(format, alt) {
    clearTimeout(this.#timer);
    this.#version++;
    this.image.alt = alt;
    this.#timer = setTimeout(() => this.#make(TYPES[format]), this.#rest);
  }

  async #make(type) {
    const version = this.#version;
    const start = performance.now();
    const next = URL.createObjectURL(await this.layer.still(type));
    this.#rest = Math.max(MIN_REST, PATIENCE * (performance.now() - start));
    if (version !== this.#version) {
      URL.revokeObjectURL(next);
      return;
    }
    URL.revokeObjectURL(this.image.src);
    this.image.src = next;
    this.#made = version;
  }
}
