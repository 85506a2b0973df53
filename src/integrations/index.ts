export { mcpRoutes } from './mcp/mcp-routes.ts';
export { createIntegrations, type Integrations, integrationsRoom } from './room.ts';
export { integrationsRoutes } from './routes.ts';
