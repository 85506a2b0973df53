import { z } from '@hono/zod-openapi';

const Says = z.object({ it: z.string(), en: z.string() });
const PersonName = z.object({ id: z.uuid(), name: z.string() });

/** Text as the database can keep it: no U+0000, no halves of characters. */
const storable = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((text) => !text.includes('\0') && text.isWellFormed(), 'holds characters that cannot be kept');
const line = (longest: number) => storable(longest).pipe(z.string().trim().min(1));
const words = z.array(line(80)).max(60);
const ids = (most: number) =>
  z
    .array(z.uuid())
    .max(most)
    .transform((all) => [...new Set(all)]);

const BandSchema = z
  .object({ from: z.number().int().min(0).max(100), to: z.number().int().min(0).max(100) })
  .refine(({ from, to }) => from < to, 'ends before it begins');
const HoursSchema = z.number().min(0.5).max(400);

export const FieldBodySchema = z
  .object({
    name: line(120),
    description: storable(2_000).default(''),
    words: words.default([]),
    tags: words.default([]),
    places: words.default([]),
    seeds: ids(200).default([]).openapi({ description: 'Contacts whose words belong to it' }),
    watchIds: ids(50).default([]),
    hoursPerMonth: HoursSchema.default(8),
    band: BandSchema.default({ from: 60, to: 97 }),
  })
  .openapi('FieldInput');

export const FieldChangeSchema = z.object({
  name: line(120).optional(),
  description: storable(2_000).optional(),
  words: words.optional(),
  tags: words.optional(),
  places: words.optional(),
  seeds: ids(200).optional(),
  watchIds: ids(50).optional(),
  hoursPerMonth: HoursSchema.optional(),
  band: BandSchema.optional(),
});

export const FieldSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    description: z.string(),
    words: z.array(z.string()),
    tags: z.array(z.string()),
    places: z.array(z.string()),
    seeds: z.array(PersonName),
    watchIds: z.array(z.uuid()),
    hoursPerMonth: z.number(),
    band: z.object({ from: z.number(), to: z.number() }),
    /** What a job does for it now; `failed`: the last choice came to nothing. */
    state: z.enum(['idle', 'choosing', 'failed']),
    progress: z.number().nullable(),
    hasTeam: z.boolean(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .openapi('Field');

export const FieldsSchema = z.object({ fields: z.array(FieldSchema) });

export const GatheringSchema = z
  .object({
    mentions: z.number().int(),
    people: z.number().int(),
    reactionPairs: z.number().int(),
    enough: z.boolean(),
    says: Says,
    byChannel: z.array(
      z.object({ channel: z.string(), mentions: z.number().int(), people: z.number().int() }),
    ),
    gatheredAt: z.iso.datetime(),
  })
  .openapi('FieldGathering');

export const ChooseSchema = z
  .object({
    hours: HoursSchema,
    band: BandSchema.nullable().optional().openapi({ description: 'Null: people of any audience' }),
    pins: ids(50).default([]),
    exclusions: ids(500).default([]),
  })
  .openapi('ChooseTeam');

export const ChoosingSchema = z.object({ state: z.enum(['idle', 'choosing', 'failed']) });

const AlternativeSchema = z.object({
  people: z.number().int(),
  hours: z.number(),
  reach: z.number(),
  reachPerHour: z.number(),
  circles: z.number().int(),
});

export const TeamSchema = z
  .object({
    id: z.uuid(),
    /** Null while it is only proposed. */
    name: z.string().nullable(),
    at: z.iso.datetime(),
    method: z.string(),
    methodSays: Says,
    certificate: z.number().nullable(),
    certificateSays: Says.nullable(),
    cost: z.number(),
    hours: z.number(),
    pins: z.array(z.uuid()),
    exclusions: z.array(PersonName),
    members: z.array(
      z.object({
        contact: PersonName,
        gain: z.number(),
        hours: z.number(),
        pinned: z.boolean(),
        reasons: z.array(Says),
        substitute: z.object({ contact: PersonName, lossPercent: z.number() }).nullable(),
      }),
    ),
    comparison: z
      .object({
        ours: AlternativeSchema,
        biggest: AlternativeSchema,
        oneByOne: AlternativeSchema,
        says: Says,
      })
      .nullable(),
    stability: z.object({ share: z.number(), says: Says }).nullable(),
  })
  .openapi('FieldTeam');

export const ProposalSchema = TeamSchema.nullable();
export const SaveTeamSchema = z.object({ name: line(120) });
export const TeamsSchema = z.object({ teams: z.array(TeamSchema) });

export const FollowSchema = z
  .object({
    months: z.array(
      z.object({
        month: z.string(),
        said: z.number().int(),
        cameBack: z.number().int(),
        spokeWith: z.number().int(),
        effectiveSize: z.number().nullable(),
        circlesReached: z.number().int().nullable(),
        withinTwoSteps: z.number().nullable(),
      }),
    ),
  })
  .openapi('FieldFollow');

export const WorkspaceParams = z.object({ workspaceId: z.uuid() });
export const OneParams = WorkspaceParams.extend({ id: z.uuid() });

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

/** The same as data to be sent: the routes' types know no read-only lists. */
export type Sendable<Value> = Value extends object
  ? { -readonly [Name in keyof Value]: Sendable<Value[Name]> }
  : Value;

export const sendable = <Value>(value: Value): Sendable<Value> => value as Sendable<Value>;
