import type { Member } from '../../people/index.ts';
import type { ReplyId } from '../../platform/ids.ts';
import type { Desk } from '../model/correspondent.ts';
import { steerReply } from './steer-reply.ts';

/** Does not wait for the time of an undo, or for the next attempt. */
export const sendReplyNow = (desk: Desk, actor: Member, replyId: ReplyId) =>
  steerReply(desk, actor, replyId, 'send-now');
