import { useEffect, useRef, useState } from 'react';
import { call, inWorkspace, query } from '../../../app/api.ts';
import { useWorkspace } from '../../../app/session.ts';

type Counts = { readonly counts: readonly { readonly threadId: string; readonly conversations: number }[] };

/** Asked once the list stands still, for those that are in sight and not known yet. */
const REST_MS = 250;
const AT_ONCE = 60;

/** In how many conversations whoever speaks in each shown one has spoken; those with one alone are absent. */
export const useConversationCounts = (shown: readonly string[]): ReadonlyMap<string, number> => {
  const { id } = useWorkspace();
  const asked = useRef(new Set<string>());
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map());
  const wanted = shown.join();
  useEffect(() => {
    const timer = setTimeout(() => {
      const unknown = wanted
        .split(',')
        .filter((one) => one && !asked.current.has(one))
        .slice(0, AT_ONCE);
      if (unknown.length === 0) return;
      for (const one of unknown) asked.current.add(one);
      call<Counts>('GET', inWorkspace(id, 'conversations-of-same') + query({ threads: unknown.join() }))
        .then(({ counts: told }) =>
          setCounts(
            (known) => new Map([...known, ...told.map((one) => [one.threadId, one.conversations] as const)]),
          ),
        )
        .catch(() => {
          for (const one of unknown) asked.current.delete(one);
        });
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [id, wanted]);
  return counts;
};
