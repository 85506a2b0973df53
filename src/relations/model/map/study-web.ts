import { findOpenings } from '../openings/find-openings.ts';
import type { Openings } from '../openings/openings.ts';
import { findBridges } from './find-bridges.ts';
import { findHoles } from './find-holes.ts';
import { findMeetings } from './find-meetings.ts';
import { findSleepers, type History } from './find-sleepers.ts';
import { type OurWeb, ourWeb } from './our-web.ts';
import type { Findings, Web } from './web.ts';

export type StudyInput = {
  readonly web: Web;
  readonly histories: readonly History[];
  /** By person: words that passed between us, ever. */
  readonly spoke: Uint32Array;
  /** By person, 0..1; NaN where nothing is known. */
  readonly credibility: Float64Array;
};
export type Study = { readonly findings: Findings; readonly openings: Openings; readonly ours: OurWeb };

/** So many answers to each question: a list to read, not to work through. */
const MOST = 12;

/** What the map answers of a web, what could be opened from it, and how dense and wide it is around us. */
export const studyWeb = ({ web, histories, spoke, credibility }: StudyInput): Study => ({
  findings: {
    bridges: findBridges(web, MOST),
    sleeping: findSleepers(histories, MOST),
    holes: findHoles(web, MOST),
    shouldMeet: findMeetings(web, MOST),
  },
  openings: findOpenings(web, spoke, credibility),
  ours: ourWeb(web),
});
