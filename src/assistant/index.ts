export { type Assistant, createAssistant } from './actions/assistant.ts';
export { readUncertain } from './actions/read-uncertain.ts';
export type { SuggestedDraft, ThreadTurns } from './actions/suggest-draft.ts';
export { assistantRoom } from './room.ts';
export { assistantRoutes } from './routes.ts';
