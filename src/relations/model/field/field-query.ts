/** What a field is spoken of with. */
export type FieldWords = {
  readonly words: readonly string[];
  readonly tags: readonly string[];
  readonly places: readonly string[];
};

/**
 * Each thing to look for in what was said, as the search reads it: a word or words in quotes, the same once. A tag is looked for
 * with and without its sign; places narrow only when there is nothing else to look for, since people rarely name them.
 */
export const fieldQueries = ({ words, tags, places }: FieldWords): readonly string[] => {
  const about = [...words, ...tags.map((tag) => tag.replace(/^#+/, ''))];
  const asked = about.some((each) => clean(each) !== '') ? about : places;
  return [...new Set(asked.map(clean).filter((each) => each !== ''))].map((each) =>
    each.includes(' ') ? `"${each}"` : each,
  );
};

/** Quotes and a leading minus mean something to the search; here they are only words. */
const clean = (text: string): string =>
  text
    .replaceAll('"', ' ')
    .replace(/^[-\s]+/, '')
    .replace(/\s+/g, ' ')
    .trim();
