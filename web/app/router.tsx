import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { approvalRoutes } from './routes/approvals.ts';
import { careRoutes } from './routes/care.ts';
import { conversationRoutes } from './routes/conversations.ts';
import { crisisRoutes } from './routes/crisis.ts';
import { dayRoutes } from './routes/day.ts';
import { listeningRoutes } from './routes/listening.ts';
import { outsideRoutes } from './routes/outside.ts';
import { relationRoutes } from './routes/relations.ts';
import { root } from './routes/root.ts';
import { settingsRoutes } from './routes/settings.ts';
import { workspace } from './routes/workspace.ts';
import { Waiting } from './shell/waiting.tsx';

const tree = root.addChildren([
  ...outsideRoutes,
  workspace.addChildren([
    ...dayRoutes,
    conversationRoutes,
    ...approvalRoutes,
    ...crisisRoutes,
    careRoutes,
    listeningRoutes,
    relationRoutes,
    settingsRoutes,
  ]),
]);

export const createAppRouter = (client: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { client },
    defaultPreload: 'intent',
    defaultPendingComponent: Waiting,
    defaultPendingMs: 200,
    scrollRestoration: true,
    scrollToTopSelectors: ['#content'],
  });
