import { z } from '@hono/zod-openapi';
import { crisisStates, crisisSteps } from '../model/crisis.ts';
import { logKinds } from '../model/log.ts';

export const WorkspaceParams = z.object({ workspaceId: z.uuid() });
export const CrisisParams = WorkspaceParams.extend({ crisisId: z.uuid() });
export const ChangeParams = CrisisParams.extend({ changeId: z.uuid() });

const words = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((text) => !text.includes('\0') && text.isWellFormed(), 'holds characters that cannot be kept')
    .trim();
const VersionSchema = z.number().int().min(0).max(2_147_483_646);
const At = z.iso.datetime();

export const SummarySchema = z
  .object({
    id: z.uuid(),
    state: z.enum(crisisStates),
    title: z.string(),
    alertId: z.uuid().nullable(),
    proposedAt: At,
    declaredAt: At.nullable(),
    closedAt: At.nullable(),
    version: z.number().int(),
  })
  .openapi('CrisisSummary');

export const CurrentSchema = z
  .object({
    on: SummarySchema.extend({ line: z.string().nullable(), onDuty: z.array(z.string()) }).nullable(),
    proposed: SummarySchema.nullable(),
  })
  .openapi('CurrentCrisis', {
    description: 'While one is on every answer waits for an approver, and posts are held',
  });

const Name = z.string().nullable();

export const DetailSchema = SummarySchema.extend({
  statusPublic: z.boolean(),
  worked: z.string(),
  toChange: z.string(),
  reviewedAt: At.nullable(),
  steps: z.array(z.enum(crisisSteps)),
  lines: z.array(z.object({ number: z.number().int(), body: z.string(), byName: Name, at: At })),
  log: z.array(z.object({ id: z.uuid(), kind: z.enum(logKinds), body: z.string(), byName: Name, at: At })),
  team: z.array(z.object({ personId: z.uuid(), name: z.string(), task: z.string(), onDuty: z.boolean() })),
  status: z.array(z.object({ id: z.uuid(), italian: z.string(), english: z.string(), byName: Name, at: At })),
  changes: z.array(
    z.object({
      id: z.uuid(),
      what: z.string(),
      ownerId: z.uuid(),
      ownerName: Name,
      dueOn: z.string(),
      doneAt: At.nullable(),
      improvementId: z.uuid().nullable(),
    }),
  ),
  figures: z
    .object({
      heard: z.number().int(),
      conversations: z.number().int(),
      answered: z.number().int(),
      medianFirst: z.number().nullable(),
      approved: z.number().int(),
      medianApproval: z.number().nullable(),
    })
    .nullable()
    .openapi({ description: 'From the declaration to the close, or to now; times in minutes' }),
}).openapi('Crisis');

export const DeclareSchema = z.object({ title: words(200).min(1) });
export const StepSchema = z.object({
  version: VersionSchema,
  step: z.enum(crisisSteps),
  text: words(4_000).default(''),
});
export const LineSchema = z.object({ body: words(4_000).min(1), after: VersionSchema });
export const LogSchema = z.object({ kind: z.enum(['decision', 'note']), body: words(4_000).min(1) });
export const TeamSchema = z.object({
  team: z
    .array(z.object({ personId: z.uuid(), task: words(120).default(''), onDuty: z.boolean() }))
    .max(100)
    .refine(
      (team) => new Set(team.map(({ personId }) => personId)).size === team.length,
      'the same person twice',
    ),
});
export const DutySchema = z.object({ onDuty: z.boolean() });
export const ShowSchema = z.object({ version: VersionSchema, isPublic: z.boolean() });
export const PublishSchema = z.object({ italian: words(4_000).min(1), english: words(4_000).default('') });
export const ReviewSchema = z.object({
  version: VersionSchema,
  worked: words(10_000),
  toChange: words(10_000),
});
export const NewChangeSchema = z.object({ what: words(500).min(1), ownerId: z.uuid(), dueOn: z.iso.date() });
export const TickSchema = z.object({ isDone: z.boolean() });
export const ImproveSchema = z.object({ causeId: z.uuid() });

export const answer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
});
export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
});
