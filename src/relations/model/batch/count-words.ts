import type { WordCount } from '../communities/distinctive-words.ts';
import { wordsIn } from '../words/words-in.ts';

export type SaidBy = { readonly contactId: string; readonly text: string };

/** By how many of these people each word is used: one who repeats it counts once. */
export const countWords = (said: readonly SaidBy[]): readonly WordCount[] => {
  const counts = new Map<string, number>();
  for (const [, texts] of Map.groupBy(said, ({ contactId }) => contactId)) {
    const used = new Set(texts.flatMap(({ text }) => wordsIn(text).map(({ word }) => word.toLowerCase())));
    for (const word of used) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, count]) => ({ word, count }));
};
