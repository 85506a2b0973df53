import { z } from '@hono/zod-openapi';
import { MentionViewSchema } from '../../listening/index.ts';
import { handOverPlaces, offerKinds, undoReasons, unfoundedReasons } from '../model/case-event.ts';
import { caseStates, steps } from '../model/case-states.ts';
import { gravityRules } from '../model/gravity.ts';

export const WorkspaceParams = z.object({ workspaceId: z.uuid() });
export const CaseParams = WorkspaceParams.extend({ caseId: z.uuid() });
export const ThreadParams = WorkspaceParams.extend({ threadId: z.uuid() });
export const CauseParams = WorkspaceParams.extend({ causeId: z.uuid() });
export const ImprovementParams = WorkspaceParams.extend({ improvementId: z.uuid() });

/** No control characters but line ends and tabs; the database cannot keep lone surrogates. */
const readable = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .regex(/^[^\p{Cc}]*$|^(?:[^\p{Cc}]|[\n\r\t])*$/u)
    .refine((text) => text.isWellFormed(), 'not readable');

export const paragraph = readable(4_000);
export const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^\P{Cc}*$/u)
    .refine((text) => text.isWellFormed(), 'not readable');
const optionalLine = line(120).nullable();

const GravitySchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const version = z.number().int().min(0).max(2_000_000_000);

/** A deadline is in this century. */
const soon = z.iso.datetime().refine((text) => text >= '2000' && text < '2100', 'not in this century');

export const StepSchema = z
  .discriminatedUnion('step', [
    z.object({ step: z.literal('acknowledge'), isPublic: z.boolean() }),
    z.object({ step: z.literal('answer'), isPublic: z.boolean() }),
    z.object({ step: z.literal('understand'), text: paragraph.min(1) }),
    z.object({
      step: z.literal('offer'),
      offer: z.enum(offerKinds),
      costCents: z.number().int().min(0).max(100_000_000),
      text: paragraph,
    }),
    z.object({ step: z.literal('resolve'), text: paragraph.min(1) }),
    z.object({ step: z.literal('confirm') }),
    z.object({ step: z.literal('reopen'), text: paragraph.min(1) }),
    z.object({ step: z.literal('close'), text: paragraph.min(1) }),
    z.object({
      step: z.literal('find-unfounded'),
      reason: z.enum(unfoundedReasons),
      text: paragraph.min(1),
    }),
    z.object({ step: z.literal('hand-over'), to: z.enum(handOverPlaces), text: paragraph.min(1) }),
    z.object({ step: z.literal('undo'), reason: z.enum(undoReasons).exclude(['joined']) }),
    z.object({ step: z.literal('restore') }),
    z.object({
      step: z.literal('choose-gravity'),
      gravity: GravitySchema.nullable(),
      text: paragraph.min(1),
    }),
    z.object({ step: z.literal('assign'), ownerId: z.uuid().nullable() }),
    z.object({ step: z.literal('set-deadline'), dueAt: soon.nullable() }),
    z.object({ step: z.literal('file'), causeId: z.uuid().nullable() }),
    z.object({
      step: z.literal('link'),
      product: optionalLine,
      batch: optionalLine,
      orderReference: optionalLine,
    }),
    z.object({ step: z.literal('note'), side: z.enum(['private', 'public']), text: paragraph.min(1) }),
  ])
  .openapi('CaseStep');

export const TakeStepSchema = z.object({ version, step: StepSchema }).openapi('TakeCaseStep');
export const MentionIdsSchema = z.object({ mentionIds: z.array(z.uuid()).min(1).max(500) });
export const JoinSchema = z.object({ version, otherCaseId: z.uuid(), otherVersion: version });

const instant = z.iso.datetime().nullable();

export const CaseSummarySchema = z
  .object({
    id: z.uuid(),
    number: z.number().int(),
    version: z.number().int(),
    state: z.enum(caseStates),
    openedBy: z.enum(['hand', 'language']),
    channel: z.string(),
    gravity: GravitySchema,
    reportedAt: z.iso.datetime(),
    firstAnswerAt: instant,
    endedAt: instant,
    dueAt: instant,
    isOverdue: z.boolean(),
    ownerId: z.uuid().nullable(),
    ownerName: z.string().nullable(),
    causeId: z.uuid().nullable(),
    causeName: z.string().nullable(),
    product: z.string().nullable(),
    mentions: z.number().int(),
    people: z.number().int(),
  })
  .openapi('CaseSummary');

export const CasePageSchema = z
  .object({
    cases: z.array(
      CaseSummarySchema.extend({ preview: z.string().nullable(), authorName: z.string().nullable() }),
    ),
    counts: z.object({ open: z.number().int(), mine: z.number().int(), overdue: z.number().int() }),
    next: z.string().nullable(),
  })
  .openapi('CasePage');

export const CaseMentionsSchema = z.object({
  mentions: z.array(MentionViewSchema),
  nextMentions: z.string().nullable(),
});

export const CaseDetailSchema = CaseSummarySchema.extend({
  batch: z.string().nullable(),
  orderReference: z.string().nullable(),
  /** All of them; `mentions` are the first. */
  mentionCount: z.number().int(),
  costCents: z.number().int(),
  reopened: z.number().int(),
  praisedAt: instant,
  gravityReckoned: GravitySchema,
  gravityReasons: z.array(z.object({ rule: z.enum(gravityRules), weight: z.number(), because: z.string() })),
  gravityChosen: GravitySchema.nullable(),
  /** What may be done from where it stands. */
  steps: z.array(z.enum(steps)),
  threads: z.array(z.uuid()),
  mentions: z.array(MentionViewSchema),
  nextMentions: z.string().nullable(),
  suggestedCauses: z.array(z.object({ id: z.uuid(), name: z.string() })),
  story: z
    .object({
      basis: z.enum(['consent', 'nobody-named']),
      state: z.enum(['draft', 'published', 'withdrawn']),
      italian: z.string(),
      english: z.string(),
      withdrawnFor: z.enum(['consent-withdrawn', 'person-erased', 'mistake']).nullable(),
    })
    .nullable(),
  history: z.array(
    z.object({
      version: z.number().int(),
      at: z.iso.datetime(),
      personName: z.string().nullable(),
      side: z.enum(['public', 'private']),
      kind: z.string(),
      text: z.string().nullable(),
      facts: z.record(z.string(), z.string()),
    }),
  ),
}).openapi('CaseDetail');

export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true as const,
  content: { 'application/json': { schema } },
});

export const answer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
});

const PLACE = /^(\d{1,15})\.([0-9a-f-]{36})$/;
export const PlaceSchema = z
  .string()
  .regex(PLACE)
  .refine(
    (text) => z.uuid().safeParse(PLACE.exec(text)?.[2]).success && Number(PLACE.exec(text)?.[1]) < 2.5e14,
    'not a place',
  )
  .openapi({ description: 'The `next` of the page before' });

export const placeOf = (text: string | undefined): { readonly at: Date; readonly id: string } | undefined => {
  const [, at, id] = PLACE.exec(text ?? '') ?? [];
  return at && id ? { at: new Date(Number(at)), id } : undefined;
};
