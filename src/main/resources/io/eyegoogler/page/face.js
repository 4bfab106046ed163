// The page's own eyes: a face that eats photos.

import {Ball} from './physics.js';
import {Loop} from './loop.js';

/** The pupil's way from the eye's middle to its rim, radii of the eye. */
const REACH = 0.444;

/** Sets the eyes rolling. They fall into place when the page opens, as if it had just been set down. */
export function openEyes() {
  const eyes = [...document.querySelectorAll('.eye')].map((svg) => ({pupil: svg.querySelector('g'), ball: new Ball()}));
  const draw = () => eyes.forEach(({pupil, ball}) => {
    pupil.setAttribute('transform', `translate(${REACH * ball.x} ${REACH * ball.y})`);
  });
  eyes.forEach(({ball}, index) => {
    ball.x = index % 2 ? 0.7 : -0.6;
    ball.y = -0.7;
    ball.vx = index % 2 ? -6 : 5;
  });
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
    eyes.forEach(({ball}, index) => Object.assign(ball, {x: index % 2 ? -0.3 : 0.3, y: 0.9}));
    draw();
  } else {
    new Loop(() => eyes.map(({ball}) => ball), draw).start();
  }
}
