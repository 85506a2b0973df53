import type { Member } from '../../people/index.ts';
import type { ReplyId } from '../../platform/ids.ts';
import type { Desk } from '../model/correspondent.ts';
import { steerReply } from './steer-reply.ts';

/** Takes an answer back before it has left. */
export const undoReply = (desk: Desk, actor: Member, replyId: ReplyId) =>
  steerReply(desk, actor, replyId, 'undo');
