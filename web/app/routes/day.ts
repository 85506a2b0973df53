import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { workspace } from './workspace.ts';

const workspaceHome = createRoute({
  getParentRoute: () => workspace,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/$slug/oggi', params });
  },
});
const today = createRoute({
  getParentRoute: () => workspace,
  path: 'oggi',
  component: lazyRouteComponent(() => import('../../pages/today/today-page.tsx'), 'TodayPage'),
});
const welcome = createRoute({
  getParentRoute: () => workspace,
  path: 'benvenuto',
  component: lazyRouteComponent(() => import('../../pages/welcome/welcome-page.tsx'), 'WelcomePage'),
});

/** Where a company's day begins. */
export const dayRoutes = [workspaceHome, today, welcome] as const;
