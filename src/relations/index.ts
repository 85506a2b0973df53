export type { ContactPage } from './actions/read-contact-page.ts';
export type { DailyView } from './actions/read-today.ts';
export { rebuildInteractions } from './actions/rebuild-interactions.ts';
export { relationsRoom } from './room.ts';
export { type RelationsOptions, relationsRoutes } from './routes.ts';
