import type { Member } from '../../people/index.ts';
import type { ReplyId } from '../../platform/ids.ts';
import type { Desk } from '../model/correspondent.ts';
import { steerReply } from './steer-reply.ts';

/** Tries a failed answer again; of what we are unsure of we look first. */
export const retryReply = (desk: Desk, actor: Member, replyId: ReplyId) =>
  steerReply(desk, actor, replyId, 'retry');
