import { heads } from '../../src/language/model/heads.ts';
import type { Weights } from '../../src/language/model/weights.ts';
import type { Learnt } from './learn.ts';

/** Steps on each side of zero: with 24 the file is two thirds of what it is with 127, and no figure moves by more than chance. */
const LEVELS = 24;

/** 8 bits a weight: what is lost is a rounding, far below what the texts leave uncertain. */
export const makeSmall = (learnt: Learnt): Pick<Weights, 'places' | 'scales'> => {
  const count = heads.length;
  const scales = new Float32Array(count);
  for (let at = 0; at < learnt.places.length; at += 1) {
    const size = Math.abs(learnt.places[at] as number);
    if (size > (scales[at % count] as number)) scales[at % count] = size;
  }
  const places = new Int8Array(learnt.places.length);
  for (let head = 0; head < count; head += 1) scales[head] = (scales[head] as number) / LEVELS || 1;
  for (let at = 0; at < places.length; at += 1) {
    places[at] = Math.round((learnt.places[at] as number) / (scales[at % count] as number));
  }
  return { places, scales };
};
