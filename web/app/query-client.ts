import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problems.ts';

/** Live changes tell us what is stale, so answers are kept; what the server refused is not asked again. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    queryCache: new QueryCache({
      // An answer that is asked again and is not ours to read any more is gone from the screen too: a failure of the
      // network keeps what was known, a shield or an erasure does not.
      onError: (error, query) => {
        if (isNoLongerOurs(error) && query.state.data !== undefined) query.setState({ data: undefined });
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: true,
        retry: (failures, error) => !(error instanceof ApiProblem && error.status < 500) && failures < 2,
      },
      mutations: { retry: false },
    },
  });

const isNoLongerOurs = (error: unknown): boolean =>
  error instanceof ApiProblem && [403, 404, 410].includes(error.status);
