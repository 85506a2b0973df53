import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problems.ts';

/** Live changes tell us what is stale, so answers are kept; what the server refused is not asked again. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: true,
        retry: (failures, error) => !(error instanceof ApiProblem && error.status < 500) && failures < 2,
      },
      mutations: { retry: false },
    },
  });
