import { createRouter } from '../platform/http/router.ts';
import type { Context } from './actions/context.ts';
import { logRoutes } from './routes/log-routes.ts';
import { webhookRoutes } from './routes/webhook-routes.ts';

/** All routes of this room under a workspace; `memberOnly` is mounted before them. */
export const integrationsRoutes = (context: Context) =>
  createRouter().route('/', webhookRoutes(context)).route('/', logRoutes(context));
