/** The part of an address that keeps only what was read in a certain way. */
export type ReadingSearch = {
  giudizio?: string;
  intento?: string;
  aspetto?: string;
  urgenti?: boolean;
  rispondere?: boolean;
};

/** What of an address speaks of readings; anything else in it is left to others. */
export const readingSearchOf = (search: Readonly<Record<string, unknown>>): ReadingSearch => ({
  ...word('giudizio', search),
  ...word('intento', search),
  ...word('aspetto', search),
  ...(search.urgenti === true ? { urgenti: true } : {}),
  ...(search.rispondere === true ? { rispondere: true } : {}),
});

const word = (name: 'giudizio' | 'intento' | 'aspetto', search: Readonly<Record<string, unknown>>) => {
  const value = search[name];
  return typeof value === 'string' && value !== '' ? { [name]: value } : {};
};
