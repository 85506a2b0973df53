/** What a snippet can ask for, by the names that people write between braces: Italian, or English. */
export const snippetPlaces = {
  nome: 'name',
  name: 'name',
  azienda: 'company',
  company: 'company',
  io: 'me',
  me: 'me',
  canale: 'channel',
  channel: 'channel',
} as const;
export type SnippetPlace = (typeof snippetPlaces)[keyof typeof snippetPlaces];
export type SnippetFacts = Readonly<Record<SnippetPlace, string>>;

const PLACE = /\{\s*(\p{L}+)\s*\}/gu;

const placeOf = (written: string): SnippetPlace | undefined =>
  (snippetPlaces as Readonly<Record<string, SnippetPlace>>)[written.toLowerCase()];

/** The words with each place filled in; a place that we do not know, or know nothing for, stays as it was written. */
export const fillSnippet = (body: string, facts: SnippetFacts): string =>
  body.replace(PLACE, (whole, written: string) => {
    const place = placeOf(written);
    return (place && facts[place]) || whole;
  });

const BRACED = /\{([^{}\n]{0,40})(\}?)/gu;

/** What stands in braces and nobody can fill in, as it was written, each once: also a brace that was never closed. */
export const unknownPlaces = (body: string): readonly string[] => [
  ...new Set(
    [...body.matchAll(BRACED)]
      .filter(([, written = '', end]) => end === '' || !placeOf(written.trim()))
      .map(([whole]) => whole.trimEnd()),
  ),
];
