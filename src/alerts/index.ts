export { deliver } from './actions/deliver.ts';
export { askDigests } from './actions/digest.ts';
export { lookAtCompany } from './actions/look.ts';
export { alertsRoom } from './room.ts';
export { alertsRoutes } from './routes.ts';
