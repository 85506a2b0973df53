import { findMeetings } from '../map/find-meetings.ts';
import type { Web } from '../map/web.ts';
import { findDoors } from './find-doors.ts';
import { findIntroducers } from './find-introducers.ts';
import { findOurWeakTies } from './find-our-weak-ties.ts';
import type { Openings } from './openings.ts';

/** Of each kind so many: weeks of lists, since nobody is urged twice within a week. */
const MOST = 60;

/** Whoever could open something, beside what they said themselves. */
export const findOpenings = (web: Web, spoke: Uint32Array, credibility: Float64Array): Openings => ({
  doors: findDoors(web, MOST),
  introducers: findIntroducers(web, spoke, MOST),
  meetings: findMeetings(web, MOST).map(({ a, b, common }) => {
    // Who is closer to us is asked first.
    const [person, other] = (web.ours[a] ?? 0) >= (web.ours[b] ?? 0) ? [a, b] : [b, a];
    return { person, other, common };
  }),
  weakTies: findOurWeakTies(web, credibility, MOST),
});
