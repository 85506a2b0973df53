import { z } from '@hono/zod-openapi';
import { passReasons, questions, readFroms, ways } from '../model/asking.ts';

export const WorkspaceParams = z.object({ workspaceId: z.uuid() });
export const ThreadParams = WorkspaceParams.extend({ threadId: z.uuid() });
export const AskingParams = WorkspaceParams.extend({ askingId: z.uuid() });
export const ThanksParams = WorkspaceParams.extend({ mentionId: z.uuid() });
export const DaysQuery = z.object({ days: z.coerce.number().int().min(1).max(1_096).default(365) });

export const SettingsSchema = z
  .object({
    isOn: z.boolean(),
    automaticOn: z.array(z.string().regex(/^[a-z][a-z-]{0,40}$/)).max(50),
    /** Working minutes. */
    delayMinutes: z.number().int().min(5).max(20_000),
    quietDays: z.number().int().min(7).max(730),
    way: z.enum(ways),
    scale: z.union([z.literal(3), z.literal(5)]),
    register: z.enum(['tu', 'lei']),
    asksInPublic: z.boolean(),
  })
  .openapi('AskingSettings');

export const BodySchema = z.object({
  body: z
    .string()
    .trim()
    .min(1)
    .max(4_000)
    .refine((text) => text.isWellFormed() && !/[^\P{Cc}\n\r\t]/u.test(text), 'not readable'),
});
export const ReadSchema = z.object({ score: z.number().int().min(1).max(5).nullable() });

const ThanksSchema = z.object({
  mentionId: z.uuid(),
  threadId: z.uuid(),
  authorName: z.string().nullable(),
  preview: z.string(),
  body: z.string(),
  storyLine: z.string().nullable(),
});
const ProposalSchema = z.object({
  id: z.uuid(),
  threadId: z.uuid(),
  authorName: z.string().nullable(),
  channel: z.string(),
  question: z.enum(questions),
  body: z.string(),
});

export const TodaySchema = z
  .object({ proposals: z.array(ProposalSchema), thanks: z.array(ThanksSchema) })
  .openapi('AfterwardsToday');

export const ThreadSchema = z
  .object({
    proposal: ProposalSchema.nullable(),
    answer: z
      .object({
        id: z.uuid(),
        question: z.enum(questions),
        scale: z.number().int(),
        score: z.number().int().nullable(),
        readFrom: z.string().nullable(),
        answeredAt: z.iso.datetime(),
        words: z.string().nullable(),
      })
      .nullable(),
    askedAt: z.iso.datetime().nullable(),
    thanks: ThanksSchema.nullable(),
  })
  .openapi('ThreadAfterwards');

const ShareSchema = z.object({
  count: z.number().int(),
  of: z.number().int(),
  share: z.number().nullable(),
  low: z.number(),
  high: z.number(),
});

export const ResultsSchema = z
  .object({
    questions: z.array(
      z.object({
        question: z.enum(questions),
        asked: z.number().int(),
        answered: ShareSchema,
        good: ShareSchema,
        bad: ShareSchema,
        inWords: z.number().int(),
        choices: z.array(z.object({ scale: z.number().int(), counts: z.array(z.number().int()) })),
      }),
    ),
    teams: z.array(
      z.object({ teamId: z.uuid(), name: z.string(), answered: ShareSchema, good: ShareSchema }),
    ),
    passedOver: z.partialRecord(z.enum([...passReasons, 'by-hand', 'not-sent']), z.number().int()),
    answers: z.array(
      z.object({
        id: z.uuid(),
        threadId: z.uuid().nullable(),
        question: z.enum(questions),
        scale: z.number().int(),
        score: z.number().int().nullable(),
        readFrom: z.enum(readFroms).nullable(),
        answeredBy: z.enum(ways),
        answeredAt: z.string(),
        words: z.string().nullable(),
        authorName: z.string().nullable(),
        channel: z.string(),
      }),
    ),
  })
  .openapi('AskingResults');

export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true as const,
  content: { 'application/json': { schema } },
});

export const answer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
});
