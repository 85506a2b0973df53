import { and, eq } from 'drizzle-orm';
import { type ChannelProblem, openConnection } from '../../channels/index.ts';
import { audit, type Member } from '../../people/index.ts';
import type { ConnectionId, MentionId } from '../../platform/ids.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { mentions } from '../store/mentions.table.ts';

export type HidingRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'cannot-be-hidden' }
  | { readonly kind: 'channel'; readonly problem: ChannelProblem };

/**
 * Hides another's comment on its channel, or shows it again. Over there first, and noted here once it is done: saying it twice changes
 * nothing. It stays a mention like any other, and can be answered.
 */
export const hideMention = async (
  platform: Platform,
  actor: Member,
  mentionId: MentionId,
  isHidden: boolean,
): Promise<Result<void, HidingRefusal>> => {
  const { workspaceId } = actor;
  const one = and(eq(mentions.workspaceId, workspaceId), eq(mentions.id, mentionId));
  const [mention] = await platform.database.inWorkspace(workspaceId, (tx) =>
    tx.select().from(mentions).where(one),
  );
  if (!mention) return err({ kind: 'not-found' });
  if (mention.ours || mention.removedAt) return err({ kind: 'cannot-be-hidden' });
  const opened = await openConnection(platform, workspaceId, mention.connectionId as ConnectionId);
  if (!opened.ok) return err({ kind: 'channel', problem: opened.error });
  const { channel, context } = opened.value;
  if (!channel.hide) return err({ kind: 'cannot-be-hidden' });
  const done = await channel.hide(context, mention.nativeId, isHidden);
  if (!done.ok) return err({ kind: 'channel', problem: done.error });
  await platform.database.inWorkspace(workspaceId, async (tx) => {
    await tx
      .update(mentions)
      .set({ hiddenAt: isHidden ? platform.clock.now() : null })
      .where(one);
    const action = isHidden ? 'mention.hidden' : 'mention.shown-again';
    await audit(tx, actor, {
      action,
      subjectKind: 'mention',
      subjectId: mentionId,
      details: { channel: mention.channel },
    });
    await appendLive(tx, workspaceId, [{ kind: 'mention.hidden', payload: { mentionIds: [mentionId] } }]);
  });
  return ok(undefined);
};
