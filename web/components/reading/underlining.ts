import { useSyncExternalStore } from 'react';

const watchers = new Set<() => void>();
const place = (personId: string) => `passaparola.underline.${personId}`;

const read = (personId: string): boolean => {
  try {
    return localStorage.getItem(place(personId)) === 'yes';
  } catch {
    return false;
  }
};

/** Whether this person wants the words behind each polarity underlined all the time; kept in this browser. */
export const useUnderlining = (personId: string) => {
  const isOn = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => {
        watchers.delete(watcher);
      };
    },
    () => read(personId),
  );
  const set = (wanted: boolean) => {
    try {
      localStorage.setItem(place(personId), wanted ? 'yes' : 'no');
    } catch {
      // A browser that keeps nothing still shows the words on hover.
    }
    for (const watcher of watchers) watcher();
  };
  return { isOn, set };
};
