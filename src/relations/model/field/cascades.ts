import type { Conversation, Utterance } from './conversation.ts';

/** Who began a conversation and who joined it, each once, in the order of their coming. */
export type Cascade = readonly { readonly person: string; readonly at: number }[];

/**
 * The conversations of a field as who followed whom. What answers what is one conversation, also where something in between was
 * never heard, and in whatever order it came; who began it comes first even if a clock says otherwise.
 */
export const cascadesOf = ({ utterances, reactions }: Conversation): readonly Cascade[] => {
  const byKey = utterancesByKey(utterances);
  const groups = groupKeys([...byKey.values()]);
  const joins = [
    ...[...byKey.values()].map((each) => ({ ...each, isRoot: !each.parentKey && !each.rootKey })),
    ...reactions.map(({ ofKey, person, at }) => ({ key: ofKey, person, at, isRoot: false })),
  ];
  const byGroup = Map.groupBy(joins, ({ key }) => groups(key));
  return [...byGroup.keys()].sort().flatMap((group) => {
    const cascade = inOrder(byGroup.get(group) ?? []);
    return cascade.length > 0 ? [cascade] : [];
  });
};

export const utterancesByKey = (utterances: readonly Utterance[]): ReadonlyMap<string, Utterance> =>
  new Map(utterances.map((utterance) => [utterance.key, utterance]));

/** A name for the conversation of each key: disjoint sets (Tarjan 1975), named by their least key. */
const groupKeys = (utterances: readonly Utterance[]): ((key: string) => string) => {
  const above = new Map<string, string>();
  const find = (key: string): string => {
    let top = key;
    for (let next = above.get(top); next !== undefined; next = above.get(top)) top = next;
    for (let at = key; at !== top; ) {
      const next = above.get(at) ?? top;
      above.set(at, top);
      at = next;
    }
    return top;
  };
  for (const { key, parentKey, rootKey } of utterances)
    for (const other of [parentKey, rootKey]) {
      if (other === null) continue;
      const [least, greatest] = [find(key), find(other)].sort() as [string, string];
      if (least !== greatest) above.set(greatest, least);
    }
  return find;
};

type Join = { readonly person: string | null; readonly at: number; readonly isRoot: boolean };

const inOrder = (joins: readonly Join[]): Cascade => {
  const first = new Map<string, { readonly at: number; readonly isRoot: boolean }>();
  for (const { person, at, isRoot } of joins) {
    if (person === null) continue;
    const known = first.get(person);
    first.set(
      person,
      known ? { at: Math.min(known.at, at), isRoot: known.isRoot || isRoot } : { at, isRoot },
    );
  }
  return [...first]
    .sort(
      ([one, a], [other, b]) => Number(b.isRoot) - Number(a.isRoot) || a.at - b.at || (one < other ? -1 : 1),
    )
    .map(([person, { at }]) => ({ person, at }));
};
