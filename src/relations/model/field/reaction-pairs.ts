import { utterancesByKey } from './cascades.ts';
import type { Conversation } from './conversation.ts';

export type ReactionPair = { readonly from: string; readonly to: string; readonly at: number };

/** Who answered or welcomed whom: one entry each time; not oneself, and nobody who may not be followed. */
export const reactionPairs = ({ utterances, reactions }: Conversation): readonly ReactionPair[] => {
  const byKey = utterancesByKey(utterances);
  const authorOf = (key: string | null): string | null =>
    key === null ? null : (byKey.get(key)?.person ?? null);
  const answers = [...byKey.values()].map(({ person, parentKey, rootKey, at }) => ({
    from: person,
    to: authorOf(parentKey ?? rootKey),
    at,
  }));
  const welcomes = reactions.map(({ person, ofKey, at }) => ({ from: person, to: authorOf(ofKey), at }));
  return [...answers, ...welcomes].flatMap(({ from, to, at }) =>
    from !== null && to !== null && from !== to ? [{ from, to, at }] : [],
  );
};
