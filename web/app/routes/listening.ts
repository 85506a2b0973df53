import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { memorySearchOf } from '../memory-search.ts';
import { type ReadingSearch, readingSearchOf } from '../reading-search.ts';
import { textOf } from './text-of.ts';
import { workspace } from './workspace.ts';

export type ListeningSearch = ReadingSearch & { ricerca?: string; canale?: string; cerca?: string };
/** The room of listening; every part of it is fetched when it is opened. */
const listening = createRoute({
  getParentRoute: () => workspace,
  path: 'ascolto',
  component: lazyRouteComponent(
    () => import('../../pages/listening/listening-layout.tsx'),
    'ListeningLayout',
  ),
});
const heardLive = createRoute({
  getParentRoute: () => listening,
  path: '/',
  validateSearch: (search: Record<string, unknown>): ListeningSearch => {
    const ricerca = textOf(search.ricerca);
    const canale = textOf(search.canale);
    const cerca = textOf(search.cerca);
    return {
      ...(ricerca ? { ricerca } : {}),
      ...(canale ? { canale } : {}),
      ...(cerca ? { cerca } : {}),
      ...readingSearchOf(search),
    };
  },
  component: lazyRouteComponent(() => import('../../pages/listening/live/live-page.tsx'), 'LivePage'),
});
const watches = createRoute({
  getParentRoute: () => listening,
  path: 'ascolti',
  component: lazyRouteComponent(
    () => import('../../pages/listening/watches/watches-page.tsx'),
    'WatchesPage',
  ),
});
const memorySearch = createRoute({
  getParentRoute: () => listening,
  path: 'cerca',
  validateSearch: memorySearchOf,
  component: lazyRouteComponent(() => import('../../pages/listening/search/search-page.tsx'), 'SearchPage'),
});
const held = createRoute({
  getParentRoute: () => listening,
  path: 'attesa',
  validateSearch: (search: Record<string, unknown>): { stato?: string } =>
    search.stato === 'rifiutati' ? { stato: 'rifiutati' } : {},
  component: lazyRouteComponent(() => import('../../pages/listening/held/held-page.tsx'), 'HeldPage'),
});
const timeline = createRoute({
  getParentRoute: () => listening,
  path: 'reputazione',
  component: lazyRouteComponent(
    () => import('../../pages/listening/timeline/timeline-page.tsx'),
    'TimelinePage',
  ),
});

const alertsList = createRoute({
  getParentRoute: () => listening,
  path: 'avvisi',
  component: lazyRouteComponent(() => import('../../pages/listening/alerts/alerts-page.tsx'), 'AlertsPage'),
});
const alertRules = createRoute({
  getParentRoute: () => listening,
  path: 'avvisi/regole',
  component: lazyRouteComponent(() => import('../../pages/listening/alerts/rules-page.tsx'), 'RulesPage'),
});
const alertWays = createRoute({
  getParentRoute: () => listening,
  path: 'avvisi/come',
  component: lazyRouteComponent(
    () => import('../../pages/listening/alerts/preferences-page.tsx'),
    'PreferencesPage',
  ),
});
const alertStory = createRoute({
  getParentRoute: () => listening,
  path: 'avvisi/$alertId',
  component: lazyRouteComponent(() => import('../../pages/listening/alerts/alert-page.tsx'), 'AlertPage'),
});

export const listeningRoutes = listening.addChildren([
  heardLive,
  watches,
  memorySearch,
  timeline,
  held,
  alertsList,
  alertRules,
  alertWays,
  alertStory,
]);
