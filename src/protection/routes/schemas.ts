import { z } from '@hono/zod-openapi';
import { EvidenceRecordSchema } from '../model/evidence-record.ts';
import { escalations, reportKinds, reportStates, reportSteps } from '../model/report-states.ts';

export const WorkspaceParams = z.object({ workspaceId: z.uuid() });
export const ReportParams = WorkspaceParams.extend({ reportId: z.uuid() });
export const EvidenceParams = ReportParams.extend({ evidenceId: z.uuid() });
export const FileParams = ReportParams.extend({ fileId: z.uuid() });
export const ShieldParams = WorkspaceParams.extend({ shieldId: z.uuid() });
export const ThreadParams = WorkspaceParams.extend({ threadId: z.uuid() });

/** No control characters but line ends and tabs; the database cannot keep lone surrogates. */
export const paragraph = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .regex(/^(?:[^\p{Cc}]|[\n\r\t])*$/u)
    .refine((text) => text.isWellFormed(), 'not readable');

export const line = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .regex(/^\P{Cc}*$/u)
    .refine((text) => text.isWellFormed(), 'not readable');

export const version = z.number().int().min(1).max(2_000_000_000);
export const day = z.iso.date().refine((text) => text >= '2000' && text < '2100', 'not in this century');
export const moment = z.iso
  .datetime()
  .refine((text) => text >= '2000' && text < '2100', 'not in this century');

export const WordsSchema = z.object({ it: z.string(), en: z.string() });
export const SourceSchema = z.object({
  name: z.string(),
  url: z.string().nullable(),
  readOn: z.string().nullable(),
  isTextSeen: z.boolean(),
});

export const DeadlineSchema = z.object({
  kind: z.enum(['remind', 'appeal', 'complaint', 'lapses']),
  on: z.string(),
  daysLeft: z.number().int(),
  law: z.string(),
});

export const PathSchema = z.object({
  id: z.string(),
  name: z.string(),
  steps: z.array(WordsSchema),
  asks: WordsSchema,
  link: z.string().nullable(),
  source: z.object({ url: z.string(), readOn: z.string() }).nullable(),
});

const head = {
  id: z.uuid(),
  number: z.number().int(),
  version,
  state: z.enum(reportStates),
  kind: z.enum(reportKinds),
  platform: z.string(),
  platformName: z.string(),
  threadId: z.uuid().nullable(),
  openedAt: z.iso.datetime(),
  publishedAt: z.iso.datetime(),
  reportedAt: z.iso.datetime().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  outcome: z.enum(['removed', 'refused', 'no-answer']).nullable(),
  endedAt: z.iso.datetime().nullable(),
};

export const ReportListSchema = z
  .object({
    reports: z.array(z.object({ ...head, next: DeadlineSchema.nullable() })),
    figures: z.object({
      collected: z.number().int(),
      reported: z.number().int(),
      removed: z.number().int(),
      refused: z.number().int(),
      noAnswer: z.number().int(),
      escalated: z.number().int(),
      daysToAnswer: z.number().nullable(),
    }),
  })
  .openapi('ProtectionReports');

export const ReportSchema = z
  .object({
    ...head,
    url: z.string().nullable(),
    reasons: z.string(),
    visitedOn: z.string().nullable(),
    openedByName: z.string().nullable(),
    finding: z.object({
      kind: z.enum(['in-time', 'too-late', 'before-visit', 'unknown-visit']),
      days: z.number().int().optional(),
      lastDay: z.string().optional(),
    }),
    next: z.array(z.enum(reportSteps)),
    deadlines: z.array(DeadlineSchema),
    path: PathSchema,
    notice: WordsSchema,
    keptUntil: z.string().nullable(),
    keepMonths: z.number().int(),
    evidence: z.array(
      z.object({
        id: z.uuid(),
        mentionId: z.uuid(),
        collectedAt: z.iso.datetime(),
        collectedByName: z.string().nullable(),
        isThere: z.boolean(),
        saidAt: z.string(),
        firstSeenAt: z.string(),
        channel: z.string(),
        url: z.string().nullable(),
        versions: z.number().int(),
        originals: z.number().int(),
        digest: z.string(),
      }),
    ),
    files: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        mediaType: z.string(),
        byteLength: z.number().int(),
        sha256: z.string(),
        addedAt: z.iso.datetime(),
        addedByName: z.string().nullable(),
      }),
    ),
    steps: z.array(
      z.object({
        step: z.enum(reportSteps),
        at: z.iso.datetime(),
        escalatedTo: z.enum(escalations).nullable(),
        note: z.string(),
        personName: z.string().nullable(),
      }),
    ),
  })
  .openapi('ProtectionReport');

export const RecordSchema = EvidenceRecordSchema.openapi('EvidenceRecord');

const ShieldSchema = z
  .object({
    id: z.uuid(),
    threadId: z.uuid(),
    hiddenFrom: z.uuid(),
    hiddenFromName: z.string(),
    handlerId: z.uuid(),
    handlerName: z.string(),
    reason: z.enum(['insult', 'threat', 'other']),
    startedAt: z.iso.datetime(),
    isOpened: z.boolean(),
  })
  .openapi('Shield');

export const ShieldListSchema = z.object({ shields: z.array(ShieldSchema), covered: z.array(z.uuid()) });

export const ThreadProtectionSchema = z
  .object({
    hiddenFromMe: ShieldSchema.nullable(),
    shields: z.array(ShieldSchema),
    reports: z.array(
      z.object({
        id: z.uuid(),
        number: z.number().int(),
        state: z.enum(reportStates),
        kind: z.enum(reportKinds),
      }),
    ),
  })
  .openapi('ThreadProtection');

export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true as const,
  content: { 'application/json': { schema } },
});

export const answer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
});
