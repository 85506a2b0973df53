export { rebuildInteractions } from './actions/rebuild-interactions.ts';
export { relationsRoom } from './room.ts';
export { type RelationsOptions, relationsRoutes } from './routes.ts';
