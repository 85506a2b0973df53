import type { QueryClient, QueryKey } from '@tanstack/react-query';

const stepMs = 100;
/** A request that does not come back holds up the others no longer than this. */
const longestRoundMs = 5_000;

/**
 * Gathers what became stale and refreshes it in rounds: a burst costs one round of requests, and a round ends before
 * the next begins, or in a steady stream each would cut off the one before and nothing would ever be shown. Between
 * two rounds the server rests at least as long as it has worked.
 */
export const gatherStale = (client: QueryClient) => {
  const waiting = new Map<string, QueryKey>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isRefreshing = false;
  const refresh = async () => {
    timer = undefined;
    isRefreshing = true;
    const began = performance.now();
    const stale = [...waiting.values()];
    waiting.clear();
    await Promise.race([
      Promise.allSettled(stale.map((queryKey) => client.invalidateQueries({ queryKey }))),
      new Promise((resolve) => setTimeout(resolve, longestRoundMs)),
    ]);
    isRefreshing = false;
    if (waiting.size > 0) schedule(Math.max(stepMs, performance.now() - began));
  };
  const schedule = (afterMs: number) => {
    timer ??= setTimeout(() => void refresh(), afterMs);
  };
  let stopped = false;
  return {
    add(stale: readonly QueryKey[]) {
      if (stopped) return;
      for (const key of stale) waiting.set(JSON.stringify(key), key);
      if (!isRefreshing) schedule(stepMs);
    },
    stop: () => {
      stopped = true;
      waiting.clear();
      clearTimeout(timer);
    },
  };
};
