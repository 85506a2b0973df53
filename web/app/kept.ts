type Name = 'language' | 'theme' | 'density' | 'workspace' | 'map-view';

/** What this browser remembers before anybody has signed in. Null when nothing, or when storage is forbidden. */
export const kept = (name: Name): string | null => {
  try {
    return localStorage.getItem(`passaparola.${name}`);
  } catch {
    return null;
  }
};

export const keep = (name: Name, value: string): void => {
  try {
    localStorage.setItem(`passaparola.${name}`, value);
  } catch {
    // A browser that keeps nothing still works: the choice lives in the account.
  }
};
