import { z } from 'zod';
import type { JobDefinition } from '../platform/jobs/jobs.ts';
import { MAIL_CALL_JOB } from './actions/add-note.ts';
import { MAIL_APPROVAL_JOB } from './actions/ask-approval.ts';
import { deliverReply } from './actions/deliver-reply.ts';
import { MailApprovalSchema, mailApproval } from './actions/mail-approval.ts';
import { MailCallSchema, mailCall } from './actions/mail-call.ts';
import { DELIVER_JOB } from './actions/record-progress.ts';
import { BULK_JOB, runBulk, sweepBulks } from './actions/run-bulk.ts';
import { sweepReplies } from './actions/sweep-replies.ts';
import { tellLateApprovals } from './actions/tell-late-approvals.ts';
import { tellOverdue } from './actions/tell-overdue.ts';
import { wakeThreads } from './actions/wake-threads.ts';
import type { Desk } from './model/correspondent.ts';
import { forgetPresence } from './store/presence-rows.ts';

const BulkSchema = z.object({ workspaceId: z.uuid(), bulkId: z.uuid() });
const DeliverSchema = z.object({ workspaceId: z.uuid(), replyId: z.uuid() });

/** Delivers each answer when it is due; every minute the sweep finds what a lost job left behind. */
export const conversationJobs = (desk: Desk): readonly JobDefinition[] => [
  {
    name: DELIVER_JOB,
    concurrency: 4,
    handle: async (data) => {
      const { workspaceId, replyId } = DeliverSchema.parse(data);
      await deliverReply(desk, workspaceId, replyId);
    },
  },
  {
    name: BULK_JOB,
    handle: async (data) => {
      const { workspaceId, bulkId } = BulkSchema.parse(data);
      await runBulk(desk, workspaceId, bulkId);
    },
  },
  {
    name: MAIL_CALL_JOB,
    handle: async (data) => {
      await mailCall(desk, MailCallSchema.parse(data));
    },
  },
  {
    name: MAIL_APPROVAL_JOB,
    handle: async (data) => {
      await mailApproval(desk, MailApprovalSchema.parse(data));
    },
  },
  {
    name: 'conversation.wake',
    cron: '* * * * *',
    retries: 0,
    handle: async () => {
      await wakeThreads(desk);
      await tellOverdue(desk);
      await tellLateApprovals(desk);
      await sweepBulks(desk);
      await desk.database.asInstallation((tx) => forgetPresence(tx, desk.clock.now()));
    },
  },
  {
    name: 'conversation.sweep',
    cron: '* * * * *',
    retries: 0,
    handle: async () => {
      await sweepReplies(desk);
    },
  },
];
