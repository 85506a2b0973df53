import { problems } from './problems.ts';

export { sweepReports } from './actions/sweep.ts';
export { protectionRoom } from './room.ts';
export { EVIDENCE_FILES, LARGEST_FILE, protectionRoutes } from './routes.ts';
export { countEvidenceOf } from './store/evidence.ts';

/** What a file over the size is told, before it is read. */
export const evidenceTooLarge = problems['file-too-large'];
