/** Of the people looked at in one circle: how many they are, and how many have each tag. */
export type TagsOfCommunity = { readonly people: number; readonly tags: ReadonlyMap<string, number> };

/** Two at least, and three in ten: what one colleague wrote of one person names nobody else. */
const fewest = 2;
const leastShare = 0.3;
/** By so much more common here than among the people of the other circles. */
const leastLead = 0.25;

/**
 * What circles may be called by the tags that the company itself has given their people, where what they say does not tell
 * them apart: of each the tag whose share here exceeds most its share in the others; null when none stands out.
 */
export const nameByTags = (communities: readonly TagsOfCommunity[]): readonly (string | null)[] => {
  const people = communities.reduce((sum, each) => sum + each.people, 0);
  const everywhere = new Map<string, number>();
  for (const { tags } of communities)
    for (const [tag, count] of tags) everywhere.set(tag, (everywhere.get(tag) ?? 0) + count);
  return communities.map((here) => {
    const leads = [...here.tags]
      .map(([tag, count]) => {
        const share = count / here.people;
        const others = Math.max(1, people - here.people);
        return { tag, count, share, lead: share - ((everywhere.get(tag) ?? 0) - count) / others };
      })
      .filter(({ count, share, lead }) => count >= fewest && share >= leastShare && lead >= leastLead)
      .sort((one, other) => other.lead - one.lead || (one.tag < other.tag ? -1 : 1));
    return leads[0]?.tag ?? null;
  });
};
