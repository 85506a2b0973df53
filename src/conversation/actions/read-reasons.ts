import { type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { ThreadId } from '../../platform/ids.ts';
import { type ApprovalReason, reasonsToWait } from '../model/approval-rules.ts';
import type { Desk } from '../model/correspondent.ts';
import type { SendingSettings } from '../model/sending-settings.ts';
import { readAnswerPlace } from '../store/read-answer-place.ts';

/** Why what this person writes here would wait for an approver; empty when it would leave by itself. */
export const readReasons = async (
  desk: Pick<Desk, 'everythingWaits'>,
  tx: Transaction,
  actor: Member,
  threadId: ThreadId,
  settings: Pick<SendingSettings, 'rules'>,
): Promise<readonly ApprovalReason[]> => {
  const { workspaceId, personId, roles } = actor;
  const { rules } = settings;
  const place = rules.length > 0 ? await readAnswerPlace(tx, workspaceId, threadId, personId) : undefined;
  return reasonsToWait(rules, {
    personId,
    roles,
    teamIds: place?.teamIds ?? [],
    channel: place?.channel ?? '',
    gravity: place?.gravity ?? null,
    maySend: may(actor, 'replies.send'),
    everythingWaits: await desk.everythingWaits(tx, workspaceId),
  });
};
