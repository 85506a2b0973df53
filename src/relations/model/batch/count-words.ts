import type { WordCount } from '../communities/distinctive-words.ts';

export type SaidBy = { readonly contactId: string; readonly text: string };

/** Letters with their accents, apostrophes inside; three at least. Addresses and tags of others are no words. */
const WORDS = /(?<![@\p{L}\p{N}/.])\p{L}[\p{L}\p{M}’'-]{1,38}\p{L}/gu;

/** By how many of these people each word is used: one who repeats it counts once. */
export const countWords = (said: readonly SaidBy[]): readonly WordCount[] => {
  const counts = new Map<string, number>();
  for (const [, texts] of Map.groupBy(said, ({ contactId }) => contactId)) {
    const used = new Set(texts.flatMap(({ text }) => wordsIn(text)));
    for (const word of used) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, count]) => ({ word, count }));
};

const wordsIn = (text: string): readonly string[] =>
  (text.replace(/https?:\/\/\S+/g, ' ').match(WORDS) ?? []).map((word) => word.toLowerCase());
