export { type AlertsOptions, deliver } from './actions/deliver.ts';
export { askDigests, sendDigest } from './actions/digest.ts';
export { lookAtCompany } from './actions/look.ts';
export { alertsRoom } from './room.ts';
export { alertsRoutes } from './routes.ts';
