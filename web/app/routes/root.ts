import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';
import { Failed } from '../shell/failed.tsx';
import { Missing } from '../shell/missing.tsx';
import { RootFrame } from '../shell/root-frame.tsx';

type Context = { readonly client: QueryClient };

/** The bare page, and what is shown where there is nothing or where something broke. */
export const root = createRootRouteWithContext<Context>()({
  component: RootFrame,
  notFoundComponent: Missing,
  errorComponent: Failed,
});
