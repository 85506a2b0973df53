import { z } from '@hono/zod-openapi';

export const WorkspaceParams = z.object({ workspaceId: z.uuid() });
export const ThreadParams = WorkspaceParams.extend({ threadId: z.uuid() });

const line = (longest: number) =>
  z
    .string()
    .max(longest)
    .trim()
    .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), 'holds characters that cannot be kept');

/** Where a service is, up to and without /chat/completions; empty until chosen. */
const BaseUrl = line(500).refine((text) => {
  const url = text === '' ? undefined : URL.parse(text);
  if (url === undefined) return true;
  return (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    !url.username &&
    !url.password &&
    !url.search &&
    !url.hash
  );
}, 'like https://api.example.com/v1');

const euro = z.number().min(0).max(100_000);

export const SettingsChangeSchema = z.object({
  enabled: z.boolean(),
  baseUrl: BaseUrl,
  model: line(200),
  /** Absent: the one that is there stays; null: none. */
  key: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]{1,500}$/)
    .nullable()
    .optional(),
  uses: z.object({ uncertain: z.boolean(), drafts: z.boolean() }),
  priceIn: euro.openapi({ description: 'Euro for a million tokens asked' }),
  priceOut: euro.openapi({ description: 'Euro for a million tokens answered' }),
  monthlyCap: euro.nullable().openapi({ description: 'Euro a month; null: no limit' }),
  timeoutSeconds: z.number().int().min(2).max(120),
});

const SettingsSchema = SettingsChangeSchema.omit({ key: true })
  .extend({ baseUrl: z.string(), model: z.string(), hasKey: z.boolean() })
  .openapi('AssistantSettings');

const MonthSchema = z
  .object({
    calls: z.number().int(),
    failures: z.number().int(),
    tokensIn: z.number().int(),
    tokensOut: z.number().int(),
    cost: z.number().openapi({ description: 'Euro' }),
  })
  .openapi('AssistantMonth');

export const StateSchema = z
  .object({
    /** Whoever asks may ask for drafts. */
    drafts: z.boolean(),
    /** For whoever manages it; null for the others. */
    settings: SettingsSchema.nullable(),
    month: MonthSchema.nullable(),
    restingUntil: z.iso.datetime().nullable(),
  })
  .openapi('Assistant');

export const TrialSchema = z
  .object({
    ok: z.boolean(),
    milliseconds: z.number().int().nullable(),
    problem: z.object({ code: z.string(), title: z.string(), detail: z.string() }).nullable(),
  })
  .openapi('AssistantTrial');

export const SuggestionAskedSchema = z.object({
  mentionId: z.uuid().optional().openapi({ description: 'The latest of theirs when absent' }),
});

export const SuggestionSchema = z
  .object({
    id: z.uuid(),
    text: z.string(),
    byAi: z.literal(true),
    model: z.string(),
    masked: z.number().int().openapi({ description: 'Personal data that did not leave the house' }),
    cost: z.number().openapi({ description: 'Euro' }),
  })
  .openapi('DraftSuggestion');

export const MarksSchema = z.object({
  suggestions: z.array(
    z.object({
      id: z.uuid(),
      mentionId: z.uuid(),
      personName: z.string(),
      model: z.string(),
      createdAt: z.iso.datetime(),
    }),
  ),
});

/** A JSON answer of a route. */
export const answer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
});

/** A JSON body of a request. */
export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true as const,
  content: { 'application/json': { schema } },
});
