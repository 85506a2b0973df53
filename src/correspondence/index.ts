export { type CorrespondentView, readCorrespondent } from './actions/read-correspondent.ts';
export { correspondenceRoutes } from './routes/correspondence-routes.ts';
