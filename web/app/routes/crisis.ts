import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspace } from './workspace.ts';

const list = createRoute({
  getParentRoute: () => workspace,
  path: 'crisi',
  component: lazyRouteComponent(() => import('../../pages/crisis/crises-page.tsx'), 'CrisesPage'),
});
const one = createRoute({
  getParentRoute: () => workspace,
  path: 'crisi/$crisisId',
  component: lazyRouteComponent(() => import('../../pages/crisis/crisis-page.tsx'), 'CrisisPage'),
});

/** When something grave happens. */
export const crisisRoutes = [list, one];
