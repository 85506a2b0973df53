import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspace } from './workspace.ts';

/** Reached from the room of care, whose tabs stay; its own address, because everyone is sent there. */
const frame = createRoute({
  getParentRoute: () => workspace,
  id: 'crises',
  component: lazyRouteComponent(() => import('../../pages/care/care-layout.tsx'), 'CareLayout'),
});
const list = createRoute({
  getParentRoute: () => frame,
  path: 'crisi',
  component: lazyRouteComponent(() => import('../../pages/crisis/crises-page.tsx'), 'CrisesPage'),
});
const one = createRoute({
  getParentRoute: () => frame,
  path: 'crisi/$crisisId',
  component: lazyRouteComponent(() => import('../../pages/crisis/crisis-page.tsx'), 'CrisisPage'),
});

/** When something grave happens. */
export const crisisRoutes = [frame.addChildren([list, one])];
