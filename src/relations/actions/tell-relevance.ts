import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { ChosenTeam } from '../model/field/chosen-team.ts';
import { relevanceOf } from '../model/standing/relevance.ts';
import { nearnessToField } from '../model/words/bm25.ts';
import { readFieldPosts } from '../store/field-posts.ts';

type FieldSaid = {
  readonly people: readonly { readonly id: string }[];
  readonly words: readonly string[];
  readonly mentionIds: readonly string[];
  readonly now: Date;
};

/** With how few people beside the members a word can be told as rare or common. */
const COMPARED = 60;

/**
 * The same team with, for each member, how much they speak of the field: the share of what they say, and the field's words in
 * it, weighed against what others of the field say.
 */
export const tellRelevance = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  team: ChosenTeam,
  { people, words, mentionIds, now }: FieldSaid,
): Promise<ChosenTeam> => {
  const members = team.members.map(({ contactId }) => contactId);
  const others = people.map(({ id }) => id).filter((id) => !members.includes(id));
  const ids = [...members, ...others.slice(0, COMPARED)];
  const posts = await readFieldPosts(tx, workspaceId, ids, mentionIds, now);
  const postsOf = Map.groupBy(posts, ({ contactId }) => contactId);
  const texts = ids.map((id) => (postsOf.get(id) ?? []).map(({ text }) => text).join('\n'));
  const nearness = words.length > 0 ? nearnessToField(texts, words) : [];
  return {
    ...team,
    members: team.members.map((member, at) => {
      const said = postsOf.get(member.contactId) ?? [];
      if (said.length === 0) return member;
      const { says } = relevanceOf({ posts: said, nearness: nearness[at] ?? null });
      return { ...member, reasons: [...member.reasons, says] };
    }),
  };
};
