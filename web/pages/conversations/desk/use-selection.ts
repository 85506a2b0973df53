import { useState } from 'react';

/** Which conversations are chosen, for one wish for all of them. Null: nobody is choosing. */
export const useSelection = () => {
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const toggle = (id: string) =>
    setChosen((now) => {
      const next = new Set(now ?? []);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return {
    chosen,
    toggle,
    choose: (ids: readonly string[]) => setChosen(new Set(ids)),
    start: () => setChosen(new Set()),
    stop: () => setChosen(null),
  };
};

export type Selection = ReturnType<typeof useSelection>;
