import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ToastRegion } from '../components/toast/toast-region.tsx';
import { dailyPath, dailyQuery } from '../pages/today/daily-query.ts';
import { todayQuery } from '../pages/today/today-query.ts';
import { dayOnItsWay, isOnItsWay } from './early.ts';
import { LanguageProvider } from './language.tsx';
import { createQueryClient } from './query-client.ts';
import { createAppRouter } from './router.tsx';
import { keepShell } from './service-worker.ts';

const client = createQueryClient();
const router = createAppRouter(client);

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

const open = () => {
  const root = document.getElementById('app');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
          <ToastRegion />
        </QueryClientProvider>
      </LanguageProvider>
    </StrictMode>,
  );
};
/** The day is drawn with its answer when that is on its way already: one drawing instead of two. */
const firstAnswer = async () => {
  const workspaceId = dayOnItsWay();
  if (!workspaceId) return;
  await Promise.all([
    letterFont(),
    client.prefetchQuery({ ...todayQuery(workspaceId), retry: false }),
    ...(isOnItsWay(dailyPath(workspaceId))
      ? [client.prefetchQuery({ ...dailyQuery(workspaceId), retry: false })]
      : []),
  ]);
};
/** What people said is set in a font of its own: drawn before it is there, it would move when it comes. Waits a second at most. */
const letterFont = () =>
  Promise.race([
    document.fonts.load('1em "Source Serif 4 Variable"'),
    new Promise((resolve) => setTimeout(resolve, 1_000)),
  ]).catch(() => undefined);
// The first look (app/first-look) stays until the page is known: what replaces it is the page itself.
router.load().then(firstAnswer).then(open, open);
keepShell();
