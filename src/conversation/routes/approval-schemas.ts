import { z } from '@hono/zod-openapi';
import { checkIds, checkLevels } from '../../language/index.ts';
import { ApprovalRuleSchema } from '../model/approval-rules.ts';
import { ReplyViewSchema } from '../model/views.ts';
import { MediaSchema, MomentSchema, OptionsSchema, storable } from './schemas.ts';

const Both = z.object({ it: z.string(), en: z.string() });
const LONGEST = 100_000;

const AcceptedSchema = z.array(storable(200)).max(200).default([]).openapi({
  description: 'The keys of the warnings that were read and are overridden; recorded',
});

const CheckSchema = z
  .object({
    key: z.string(),
    id: z.enum(checkIds),
    level: z.enum(checkLevels),
    where: z.object({ start: z.number().int(), end: z.number().int() }).nullable(),
    title: Both,
    why: Both,
    mend: Both,
  })
  .openapi('Check', { description: 'One look at an answer before it leaves; offsets in UTF-16 units' });

const ReasonSchema = z
  .union([
    z.object({ kind: z.enum(['may-not-send', 'crisis']) }),
    z.object({
      kind: z.literal('rule'),
      by: z.array(z.enum(['role', 'person', 'team', 'channel', 'gravity'])),
    }),
  ])
  .openapi('ApprovalReason');

export const LookSchema = z
  .object({ checks: z.array(CheckSchema), waits: z.array(ReasonSchema) })
  .openapi('ReplyLook', {
    description: '`waits`: why it will wait for an approver; empty: it leaves by itself',
  });

const WaitingSchema = z.object({
  reply: ReplyViewSchema,
  threadId: z.uuid(),
  version: z.number().int(),
  reasons: z.array(ReasonSchema),
  askedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  to: z.object({ name: z.string().nullable(), channel: z.string(), body: z.string() }).nullable(),
});

export const ApprovalsSchema = z
  .object({ waiting: z.array(WaitingSchema), mine: z.array(WaitingSchema) })
  .openapi('Approvals');

export const ApprovalCountsSchema = z
  .object({ waiting: z.number().int(), late: z.number().int(), returned: z.number().int() })
  .openapi('ApprovalCounts');

export const ApprovalSchema = WaitingSchema.extend({
  mayDecide: z.boolean(),
  isMine: z.boolean(),
  decision: z.enum(['approved', 'returned', 'withdrawn']).nullable(),
  decidedByName: z.string().nullable(),
  wordings: z.array(
    z.object({
      number: z.number().int(),
      kind: z.enum(['proposed', 'returned', 'approved', 'reconsidered']),
      personName: z.string(),
      body: z.string(),
      comment: z.string(),
      at: z.iso.datetime(),
      diff: z.array(z.object({ kind: z.enum(['same', 'gone', 'new']), text: z.string() })),
    }),
  ),
  moved: z.array(
    z.object({
      kind: z.enum(['answered', 'they-wrote', 'removed', 'forgotten', 'closed']),
      body: z.string(),
      at: z.iso.datetime().nullable(),
      title: Both,
    }),
  ),
  checks: z.array(CheckSchema),
  seenUntil: z.iso.datetime(),
}).openapi('Approval');

const VersionSchema = z.number().int().min(0).max(2_147_483_647);

export const ApproveSchema = z.object({
  version: VersionSchema,
  seenUntil: MomentSchema.openapi({ description: 'The `seenUntil` of the approval as it was read' }),
  wording: z
    .object({ body: storable(LONGEST), options: OptionsSchema.default({}) })
    .optional()
    .openapi({ description: 'Other words than those proposed; both are kept' }),
  comment: storable(2_000).default(''),
  accepted: AcceptedSchema,
});

export const GiveBackSchema = z.object({ version: VersionSchema, comment: storable(2_000).trim().min(1) });

export const RewordSchema = z.object({
  version: VersionSchema,
  body: storable(LONGEST),
  options: OptionsSchema.default({}),
  media: MediaSchema.default([]),
  accepted: AcceptedSchema,
});

const LevelSchema = z.enum(checkLevels);

export const SendingSchema = z
  .object({
    rules: z.array(ApprovalRuleSchema).max(50),
    decideWithin: z.number().int().min(5).max(10_080).openapi({ description: 'Minutes' }),
    levels: z
      .partialRecord(z.enum(checkIds), z.object({ everyone: LevelSchema, person: LevelSchema }))
      .openapi({
        description: 'Only where the company chose otherwise; what the law asks holds whatever is said here',
      }),
    forbiddenWords: z.array(storable(80).trim().min(1)).max(200),
    ownContacts: z.array(storable(120).trim().min(1)).max(100),
    version: VersionSchema,
  })
  .openapi('SendingSettings');
