export type Pickable = { readonly id: string };

/**
 * The people who say most about a web, at most `limit`: taken in turn from the strongest ties, from those who bridge and from
 * each circle's best tied, every list in its own order, nobody twice.
 */
export const pickPeople = <Person extends Pickable>(
  lists: readonly (readonly Person[])[],
  limit: number,
): readonly Person[] => {
  const picked = new Map<string, Person>();
  const places = lists.map(() => 0);
  for (let isMore = true; isMore && picked.size < limit; ) {
    isMore = false;
    lists.forEach((list, which) => {
      const at = nextUnpicked(list, places[which] ?? 0, picked);
      places[which] = at + 1;
      const person = list[at];
      if (!person || picked.size >= limit) return;
      picked.set(person.id, person);
      isMore = true;
    });
  }
  return [...picked.values()];
};

const nextUnpicked = (
  list: readonly Pickable[],
  from: number,
  picked: ReadonlyMap<string, unknown>,
): number => {
  let at = from;
  while (at < list.length && picked.has(list[at]?.id ?? '')) at += 1;
  return at;
};
