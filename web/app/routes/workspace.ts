import { createRoute, lazyRouteComponent, notFound, redirect } from '@tanstack/react-router';
import { keep } from '../kept.ts';
import { meQuery } from '../session.ts';
import { Waiting } from '../shell/waiting.tsx';
import { namesIds } from './names-ids.ts';
import { root } from './root.ts';

/** One company's rooms: only for who belongs to it. */
export const workspace = createRoute({
  getParentRoute: () => root,
  path: '/$slug',
  beforeLoad: async ({ context: { client }, params, location }) => {
    const me = await client.ensureQueryData(meQuery);
    if (!me) throw redirect({ to: '/entra', search: { dopo: location.href } });
    if (!me.workspaces.some(({ slug }) => slug === params.slug)) throw notFound();
    if (!namesIds(params)) throw notFound();
    keep('workspace', params.slug);
  },
  pendingComponent: Waiting,
  component: lazyRouteComponent(() => import('../shell/shell.tsx'), 'Shell'),
});
