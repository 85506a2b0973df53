import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { kept } from '../kept.ts';
import { installationQuery, meQuery } from '../session.ts';
import { root } from './root.ts';

/** Where somebody who opens the bare address belongs. */
const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async ({ context: { client } }) => {
    const me = await client.ensureQueryData(meQuery);
    if (!me) {
      const installation = await client.ensureQueryData(installationQuery);
      throw redirect(installation.setUp ? { to: '/entra' } : { to: '/avvio' });
    }
    const last = me.workspaces.find(({ slug }) => slug === kept('workspace')) ?? me.workspaces[0];
    if (!last) throw redirect({ to: '/senza-azienda' });
    throw redirect({ to: '/$slug/oggi', params: { slug: last.slug } });
  },
});

const setUpHelp = createRoute({
  getParentRoute: () => root,
  path: '/avvio',
  component: lazyRouteComponent(() => import('../../pages/set-up/set-up-help-page.tsx'), 'SetUpHelpPage'),
});
const setUp = createRoute({
  getParentRoute: () => root,
  path: '/avvio/$token',
  component: lazyRouteComponent(() => import('../../pages/set-up/set-up-page.tsx'), 'SetUpPage'),
});
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/entra',
  validateSearch: (search: Record<string, unknown>): { dopo?: string } =>
    // Only addresses of this app: never somewhere else after signing in.
    typeof search.dopo === 'string' && /^\/(?![/\\])/.test(search.dopo) ? { dopo: search.dopo } : {},
  component: lazyRouteComponent(() => import('../../pages/sign-in/sign-in-page.tsx'), 'SignInPage'),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invito/$secret',
  component: lazyRouteComponent(() => import('../../pages/invitation/invitation-page.tsx'), 'InvitationPage'),
});
const askPassword = createRoute({
  getParentRoute: () => root,
  path: '/nuova-password',
  component: lazyRouteComponent(() => import('../../pages/new-password/ask-page.tsx'), 'AskPage'),
});
const choosePassword = createRoute({
  getParentRoute: () => root,
  path: '/nuova-password/$token',
  component: lazyRouteComponent(() => import('../../pages/new-password/choose-page.tsx'), 'ChoosePage'),
});
/** What a company tells those whom it hears: public. */
const notice = createRoute({
  getParentRoute: () => root,
  path: '/informativa/$slug',
  component: lazyRouteComponent(() => import('../../pages/notice/notice-page.tsx'), 'NoticePage'),
});
const nowhere = createRoute({
  getParentRoute: () => root,
  path: '/senza-azienda',
  component: lazyRouteComponent(() => import('../../pages/sign-in/no-company-page.tsx'), 'NoCompanyPage'),
});

/** What is seen before signing in, or without a company. */
export const outsideRoutes = [
  home,
  setUpHelp,
  setUp,
  signIn,
  invitation,
  askPassword,
  choosePassword,
  notice,
  nowhere,
] as const;
