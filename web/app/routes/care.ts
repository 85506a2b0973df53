import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { textOf } from './text-of.ts';
import { workspace } from './workspace.ts';

/** The room of care; every part of it is fetched when it is opened. */
const care = createRoute({
  getParentRoute: () => workspace,
  path: 'cura',
  component: lazyRouteComponent(() => import('../../pages/care/care-layout.tsx'), 'CareLayout'),
});
/** Which cases the list shows; lives in the address so that links and "back" keep it. */
export type CasesSearch = { vista?: string; cerca?: string };
const cases = createRoute({
  getParentRoute: () => care,
  path: '/',
  validateSearch: (search: Record<string, unknown>): CasesSearch => {
    const vista = textOf(search.vista);
    const cerca = textOf(search.cerca);
    const isView = vista && ['open', 'mine', 'overdue', 'ended', 'undone', 'all'].includes(vista);
    return { ...(isView ? { vista } : {}), ...(cerca ? { cerca } : {}) };
  },
  component: lazyRouteComponent(() => import('../../pages/care/cases-page.tsx'), 'CasesPage'),
});
const causes = createRoute({
  getParentRoute: () => care,
  path: 'cause',
  component: lazyRouteComponent(() => import('../../pages/care/causes-page.tsx'), 'CausesPage'),
});
const figures = createRoute({
  getParentRoute: () => care,
  path: 'cifre',
  component: lazyRouteComponent(() => import('../../pages/care/figures-page.tsx'), 'FiguresPage'),
});
const times = createRoute({
  getParentRoute: () => care,
  path: 'tempi',
  component: lazyRouteComponent(() => import('../../pages/care/times-page.tsx'), 'TimesPage'),
});
const register = createRoute({
  getParentRoute: () => care,
  path: 'registro',
  component: lazyRouteComponent(() => import('../../pages/care/register-page.tsx'), 'RegisterPage'),
});
const howItWent = createRoute({
  getParentRoute: () => care,
  path: 'com-e-andata',
  component: lazyRouteComponent(() => import('../../pages/afterwards/results-page.tsx'), 'ResultsPage'),
});
const protection = createRoute({
  getParentRoute: () => care,
  path: 'tutela',
  component: lazyRouteComponent(() => import('../../pages/protection/protection-page.tsx'), 'ProtectionPage'),
});
const protectionReport = createRoute({
  getParentRoute: () => care,
  path: 'tutela/$reportId',
  component: lazyRouteComponent(() => import('../../pages/protection/report-page.tsx'), 'ReportPage'),
});
const gym = createRoute({
  getParentRoute: () => care,
  path: 'palestra',
  component: lazyRouteComponent(() => import('../../pages/practice/gym-page.tsx'), 'GymPage'),
});
const attempt = createRoute({
  getParentRoute: () => care,
  path: 'palestra/$attemptId',
  component: lazyRouteComponent(() => import('../../pages/practice/attempt-page.tsx'), 'AttemptPage'),
});
const careCase = createRoute({
  getParentRoute: () => care,
  path: '$caseId',
  component: lazyRouteComponent(() => import('../../pages/care/case-page.tsx'), 'CasePage'),
});

export const careRoutes = care.addChildren([
  cases,
  causes,
  figures,
  times,
  register,
  howItWent,
  gym,
  attempt,
  protection,
  protectionReport,
  careCase,
]);
