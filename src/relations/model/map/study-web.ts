import { findBridges } from './find-bridges.ts';
import { findHoles } from './find-holes.ts';
import { findMeetings } from './find-meetings.ts';
import { findSleepers, type History } from './find-sleepers.ts';
import { type OurWeb, ourWeb } from './our-web.ts';
import type { Findings, Web } from './web.ts';

export type StudyInput = { readonly web: Web; readonly histories: readonly History[] };
export type Study = { readonly findings: Findings; readonly ours: OurWeb };

/** So many answers to each question: a list to read, not to work through. */
const MOST = 12;

/** What the map answers of a web, and how dense and wide it is around us. */
export const studyWeb = ({ web, histories }: StudyInput): Study => ({
  findings: {
    bridges: findBridges(web, MOST),
    sleeping: findSleepers(histories, MOST),
    holes: findHoles(web, MOST),
    shouldMeet: findMeetings(web, MOST),
  },
  ours: ourWeb(web),
});
