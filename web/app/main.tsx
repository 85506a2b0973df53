import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ToastRegion } from '../components/toast/toast-region.tsx';
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
// The first look (app/first-look) stays until the page is known: what replaces it is the page itself, drawn once.
router.load().then(open, open);
keepShell();
