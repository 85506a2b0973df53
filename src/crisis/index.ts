export { crisisRoom } from './room.ts';
export { statusRoutes } from './routes/status-routes.ts';
export { crisisRoutes } from './routes.ts';
export { isCrisisOn as arePostsHeld, isCrisisOn as everythingWaits } from './store/crisis-rows.ts';
