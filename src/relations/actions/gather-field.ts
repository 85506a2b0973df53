import { searchMentions } from '../../listening/index.ts';
import { type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Conversation } from '../model/field/conversation.ts';
import { fieldQueries } from '../model/field/field-query.ts';
import { type Gathering, judgeGathering } from '../model/field/gathering.ts';
import { type ReactionPair, reactionPairs } from '../model/field/reaction-pairs.ts';
import {
  type FieldMention,
  findFieldMentions,
  readConversation,
  readWelcomes,
} from '../store/field-conversation.ts';
import { type FieldRow, findField, saveGathering } from '../store/field-rows.ts';

/** Of each thing looked for the latest; of all together as much as fits well into memory. */
const MOST_FOUND = 20_000;
const MOST_HEARD = 60_000;
/** Likes and shares older than this say little of a field of today. Days. */
const WELCOME_DAYS = 730;
/** What was counted holds for so long. Milliseconds. */
const FRESH_MS = 10 * 60_000;
const DAY_MS = 86_400_000;

export type GatheredField = {
  readonly conversation: Conversation;
  /** Contacts who spoke. */
  readonly people: readonly string[];
  readonly pairs: readonly ReactionPair[];
  readonly gathering: Gathering;
  /** The mentions that speak of it, without the conversations around them. */
  readonly mentionIds: readonly string[];
};

/**
 * A field's conversation from what was heard: the mentions of its watches and seeds, those with its words, and what answers them or
 * is answered by them. People whose channel allows no profile, or who are against it, are nobody in it.
 */
export const gatherField = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  field: FieldRow,
  now: Date,
): Promise<GatheredField> => {
  const { watchIds, seeds } = field;
  const found = new Set(
    await findFieldMentions(tx, workspaceId, { watchIds, contactIds: seeds }, MOST_FOUND),
  );
  for (const query of fieldQueries(field))
    for (const { id } of await searchMentions(tx, query, { limit: MOST_FOUND })) found.add(id);
  const heard = await readConversation(tx, workspaceId, [...found], MOST_HEARD);
  const people = [
    ...new Set(heard.flatMap(({ contactId }) => (contactId === null ? [] : [contactId]))),
  ].sort();
  const since = new Date(now.getTime() - WELCOME_DAYS * DAY_MS);
  const welcomes = await readWelcomes(tx, workspaceId, people, since);
  const conversation = { utterances: heard.map(utteranceOf), reactions: [] };
  const pairs = [...reactionPairs(conversation), ...welcomes];
  const gathering = judgeGathering({
    mentions: heard.length,
    people: people.length,
    reactionPairs: pairs.length,
    byChannel: countByChannel(heard),
  });
  return { conversation, people, pairs, gathering, mentionIds: [...found] };
};

const utteranceOf = ({ channel, nativeId, parentNativeId, rootNativeId, contactId, at }: FieldMention) => {
  const keyOf = (native: string | null): string | null => (native === null ? null : `${channel} ${native}`);
  return {
    key: `${channel} ${nativeId}`,
    parentKey: keyOf(parentNativeId),
    rootKey: keyOf(rootNativeId === nativeId ? null : rootNativeId),
    person: contactId,
    at,
  };
};

const countByChannel = (heard: readonly FieldMention[]): Gathering['byChannel'] =>
  [...Map.groupBy(heard, ({ channel }) => channel)]
    .map(([channel, those]) => ({
      channel,
      mentions: those.length,
      people: new Set(those.flatMap(({ contactId }) => (contactId === null ? [] : [contactId]))).size,
    }))
    .sort((a, b) => b.mentions - a.mentions || (a.channel < b.channel ? -1 : 1));

export type GatheringView = Gathering & { readonly gatheredAt: string };

/** How much of a field's conversation there is, and whether it is enough to choose by. */
export const readGathering = (
  platform: Pick<Platform, 'database' | 'clock'>,
  actor: Member,
  id: string,
): Promise<Result<GatheringView, { readonly kind: 'not-allowed' | 'not-found' }>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.read')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const field = await findField(tx, workspaceId, id);
    if (!field) return err({ kind: 'not-found' });
    const now = platform.clock.now();
    if (field.gathering && field.gatheredAt && now.getTime() - field.gatheredAt.getTime() < FRESH_MS)
      return ok({ ...field.gathering, gatheredAt: field.gatheredAt.toISOString() });
    const { gathering } = await gatherField(tx, workspaceId, field, now);
    await saveGathering(tx, workspaceId, id, gathering, now);
    return ok({ ...gathering, gatheredAt: now.toISOString() });
  });
