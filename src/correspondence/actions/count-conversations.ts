import { countThreadsOfGroups, readSpeakers } from '../../conversation/index.ts';
import { type Member, may } from '../../people/index.ts';
import type { ThreadId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { contactsOfAuthors } from '../../relations/index.ts';

export type ConversationCount = { readonly threadId: ThreadId; readonly conversations: number };

/** In how many conversations whoever speaks in each of these has spoken of late, across channels; one alone is left out. */
export const countConversations = (
  { database }: Pick<Platform, 'database'>,
  actor: Member,
  threadIds: readonly ThreadId[],
): Promise<Result<readonly ConversationCount[], { readonly kind: 'not-allowed' }>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'threads.read')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const speakers = await readSpeakers(tx, workspaceId, threadIds);
    const authorIds = [...new Set(speakers.map(({ authorId }) => authorId))];
    const known = may(actor, 'relations.read')
      ? await contactsOfAuthors(tx, workspaceId, authorIds)
      : new Map();
    const groupOf = (authorId: string): string => known.get(authorId)?.contactId ?? authorId;
    const groups = new Map(
      authorIds.flatMap((authorId) => {
        const accounts: readonly string[] = known.get(authorId)?.authorIds ?? [authorId];
        return accounts.map((id) => [
          `${groupOf(authorId)} ${id}`,
          { group: groupOf(authorId), authorId: id },
        ]);
      }),
    );
    const counts = await countThreadsOfGroups(tx, workspaceId, [...groups.values()]);
    return ok(
      speakers
        .map(({ threadId, authorId }) => ({ threadId, conversations: counts.get(groupOf(authorId)) ?? 1 }))
        .filter(({ conversations }) => conversations > 1),
    );
  });
