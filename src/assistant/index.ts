export { type Assistant, createAssistant } from './actions/assistant.ts';
export type { ThreadTurns } from './actions/suggest-draft.ts';
export { assistantRoom } from './room.ts';
export { assistantRoutes } from './routes.ts';
