/**
 * The door to the pure engine, for the command line and the benches: behind `index.ts` stands the whole server, which takes
 * seconds to read.
 */
export { type ContactLog, contactLog } from './model/ties/contact-log.ts';
export { fitHalfLife, type HalfLifeProblem, type HalfLifeTrial } from './model/ties/half-life.ts';
