// Java's SplittableRandom (Steele, Lea & Flood, Fast Splittable Pseudorandom Number Generators, 2014), so that the page
// puts its eyes just where the service does for the same seed.

const GOLDEN_GAMMA = 0x9e3779b97f4a7c15n;
const wrapped = (value) => BigInt.asUintN(64, value);

function mix(z) {
  z = wrapped((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
  z = wrapped((z ^ (z >> 27n)) * 0x94d049bb133111ebn);
  return z ^ (z >> 31n);
}

/** A function that gives numbers from 0 to below 1. */
export function random(seed) {
  let state = wrapped(BigInt(seed));
  return () => {
    state = wrapped(state + GOLDEN_GAMMA);
    return Number(mix(state) >> 11n) * 2 ** -53;
  };
}
