import { z } from '@hono/zod-openapi';
import { intents, ReadingSchema, strictnesses, toneKinds } from '../../language/index.ts';
import { MentionViewSchema } from '../../listening/index.ts';

export const WorkspaceParams = z.object({ workspaceId: z.uuid() });
export const OneParams = WorkspaceParams.extend({ id: z.uuid() });

/** Text as the database can keep it: no U+0000, no halves of characters. */
const storable = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((text) => !text.includes('\0') && text.isWellFormed(), 'holds characters that cannot be kept');

const line = (longest: number) => storable(longest).pipe(z.string().trim().min(1));

const PolaritySchema = ReadingSchema.shape.polarity;

const parts = {
  polarity: PolaritySchema.optional(),
  intents: z.array(z.enum(intents)).max(intents.length).optional(),
  needsReply: z.boolean().optional(),
  aspects: z
    .array(z.object({ aspect: line(60), polarity: PolaritySchema }))
    .max(60)
    .optional(),
  toxic: z.boolean().optional(),
};

/** What is said of a text; each intent and aspect once. */
export const CorrectionSchema = z
  .object({ ...parts, confirmed: z.literal(true).optional() })
  .refine((said) => Object.values(said).some((part) => part !== undefined), 'says nothing')
  .transform(({ confirmed, intents: meant, aspects, ...said }) => ({
    confirmed: confirmed === true,
    judgement: {
      ...said,
      ...(meant ? { intents: [...new Set(meant)] } : {}),
      ...(aspects ? { aspects: [...new Map(aspects.map((each) => [each.aspect, each])).values()] } : {}),
    },
  }))
  .openapi('Correction');

const JudgementSchema = z.object(parts).openapi('Judgement');

export const CorrectionViewSchema = z
  .object({
    id: z.uuid(),
    mentionId: z.uuid(),
    excerpt: z.string(),
    personName: z.string(),
    createdAt: z.iso.datetime(),
    before: JudgementSchema,
    after: JudgementSchema,
    confirmed: z.boolean(),
    heldBack: z.boolean(),
    withdrawn: z.object({ byName: z.string(), at: z.iso.datetime() }).nullable(),
  })
  .openapi('CorrectionEntry');

export const CorrectedSchema = z.object({ mention: MentionViewSchema, correctionId: z.uuid() });

export const LogQuery = z.object({
  before: z.uuid().optional().openapi({ description: 'The `next` of the page before' }),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const LogSchema = z.object({ corrections: z.array(CorrectionViewSchema), next: z.uuid().nullable() });

const FiguresSchema = z.object({
  polarityF1: z.number().nullable(),
  complaintF1: z.number().nullable(),
  intentsF1: z.number().nullable(),
  agreement: z.number(),
});

export const LearningSchema = z
  .object({
    corrections: z.object({ total: z.number().int(), active: z.number().int(), heldBack: z.number().int() }),
    layer: z
      .object({ size: z.number().int(), learnedAt: z.iso.datetime(), milliseconds: z.number().int() })
      .nullable(),
    figures: z.object({ count: z.number().int(), before: FiguresSchema, after: FiguresSchema }).nullable(),
    rereading: z.object({ done: z.number().int(), total: z.number().int() }).nullable(),
  })
  .openapi('Learning');

const Bilingual = z.object({ it: z.string(), en: z.string() });

export const QueueQuery = z.object({ limit: z.coerce.number().int().min(1).max(50).default(10) });

export const QueueSchema = z.object({
  items: z.array(z.object({ mention: MentionViewSchema, why: Bilingual, gain: z.number() })),
});

const LONGEST_PACK = 100_000;

export const PackViewSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    sector: z.string(),
    enabled: z.boolean(),
    text: z.string(),
    updatedAt: z.iso.datetime(),
    updatedByName: z.string(),
  })
  .openapi('LanguagePack');

export const PacksSchema = z.object({
  packs: z.array(PackViewSchema),
  shipped: z.array(z.object({ sector: z.string(), title: Bilingual, text: z.string() })),
});

export const OwnAspectsSchema = z.object({ aspects: z.array(z.string()) });

export const NewPackSchema = z.object({
  name: line(80),
  sector: storable(40),
  text: storable(LONGEST_PACK),
  enabled: z.boolean(),
});

export const PackChangeSchema = NewPackSchema.partial();

export const PreviewAskedSchema = z.object({ text: storable(LONGEST_PACK), packId: z.uuid().optional() });

const SayingSchema = ReadingSchema.pick({ polarity: true, aspects: true });

export const PreviewSchema = z
  .object({
    read: z.number().int(),
    changed: z.array(
      z.object({ mentionId: z.uuid(), excerpt: z.string(), before: SayingSchema, after: SayingSchema }),
    ),
  })
  .openapi('PackPreview');

export const DraftSchema = z.object({
  text: storable(100_000),
  kind: z.enum(['reply', 'post']),
  mentionId: z.uuid().optional(),
});

export const DraftLookSchema = z
  .object({
    findings: z.array(
      z.object({
        kind: z.enum(toneKinds),
        level: z.enum(['hint', 'warning']),
        start: z.number().int(),
        end: z.number().int(),
        title: Bilingual,
        why: Bilingual,
        proposal: z
          .object({
            lang: z.enum(['it', 'en']),
            text: z.string(),
            start: z.number().int(),
            end: z.number().int(),
            ready: z.boolean(),
          })
          .optional(),
      }),
    ),
    personalData: z.array(
      z.object({ kind: z.string(), start: z.number().int(), end: z.number().int(), certain: z.boolean() }),
    ),
  })
  .openapi('DraftLook');

export const SettingsSchema = z
  .object({
    toneStrictness: z.enum([...strictnesses, 'off']),
  })
  .openapi('UnderstandingSettings');

export const SettingsChangeSchema = SettingsSchema.partial();

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
