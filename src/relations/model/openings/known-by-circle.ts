import type { Web } from '../map/web.ts';

/** How many people of each circle have a living tie with us. */
export const knownByCircle = (web: Web): Uint32Array => {
  const known = new Uint32Array(web.circles);
  web.circleOf.forEach((circle, person) => {
    if (circle >= 0 && (web.ours[person] ?? 0) > 0) known[circle] = (known[circle] ?? 0) + 1;
  });
  return known;
};
