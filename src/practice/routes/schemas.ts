import { z } from '@hono/zod-openapi';
import type { Attempt } from '../actions/practise.ts';
import { criteria, endings } from '../model/attempt.ts';
import { places, type Scenario, sectors } from '../model/scenario.ts';

export const WorkspaceParams = z.object({ workspaceId: z.uuid() });
export const AttemptParams = WorkspaceParams.extend({ attemptId: z.uuid() });

const BothSchema = z.object({ it: z.string(), en: z.string() });
const CriterionSchema = z.enum(criteria);

const ScenarioSchema = z
  .object({
    id: z.string(),
    sector: z.enum(sectors),
    place: z.enum(places),
    gravity: z.number().int(),
    who: z.string(),
    title: BothSchema,
    facts: BothSchema,
    said: BothSchema,
  })
  .openapi('PracticeScenario');

const ListedSchema = z.object({
  id: z.uuid(),
  scenarioId: z.string(),
  ending: z.enum(endings).nullable(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  sharedAt: z.iso.datetime().nullable(),
});

export const GymSchema = z
  .object({
    scenarios: z.array(ScenarioSchema),
    attempts: z.array(ListedSchema),
    progress: z
      .object({
        steady: z.array(CriterionSchema),
        learnt: z.array(CriterionSchema),
        next: z.array(CriterionSchema),
      })
      .nullable(),
    examples: z.array(z.string()),
    overseen: z
      .object({
        done: z.array(z.object({ name: z.string(), finished: z.number().int(), lastAt: z.iso.datetime() })),
        shared: z.array(ListedSchema.extend({ byName: z.string() })),
      })
      .nullable(),
  })
  .openapi('Practice');

const PromptSchema = z.object({
  kind: z.enum(['answer', 'follow', 'outcome']),
  said: BothSchema,
  isPublic: z.boolean(),
  longest: z.number().int(),
});

export const AttemptSchema = z
  .object({
    id: z.uuid(),
    scenario: ScenarioSchema,
    language: z.enum(['it', 'en']),
    byName: z.string(),
    isMine: z.boolean(),
    startedAt: z.iso.datetime(),
    sharedAt: z.iso.datetime().nullable(),
    turns: z.array(
      z.object({
        prompt: PromptSchema,
        text: z.string(),
        marks: z.array(
          z.object({
            criterion: CriterionSchema,
            verdict: z.enum(['met', 'missed']),
            start: z.number().int(),
            end: z.number().int(),
            because: BothSchema.nullable(),
          }),
        ),
      }),
    ),
    next: PromptSchema.nullable(),
    ending: z.enum(endings).nullable(),
    goodbye: BothSchema.nullable(),
    /** An answer that does what is needed; only once the person has tried. */
    model: BothSchema.nullable(),
  })
  .openapi('PracticeAttempt');

export const BeginSchema = z.object({ scenarioId: z.string().max(60), language: z.enum(['it', 'en']) });
export const TextSchema = z.object({
  text: z
    .string()
    .trim()
    .min(1)
    .max(4_000)
    .refine((text) => text.isWellFormed() && !/[^\P{Cc}\n\r\t]/u.test(text), 'not readable'),
});
export const ShareSchema = z.object({ isShared: z.boolean() });

export const scenarioView = ({ id, sector, place, gravity, who, title, facts, said }: Scenario) => ({
  ...{ id, sector, place, gravity, who, title, facts, said },
});

export const attemptView = ({
  scenario,
  startedAt,
  sharedAt,
  turns,
  ...rest
}: Attempt): z.infer<typeof AttemptSchema> => ({
  ...rest,
  scenario: scenarioView(scenario),
  startedAt: startedAt.toISOString(),
  sharedAt: sharedAt?.toISOString() ?? null,
  turns: turns.map(({ marks, ...turn }) => ({ ...turn, marks: marks.map((mark) => ({ ...mark })) })),
  model: turns.length > 0 ? scenario.model : null,
});

export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true as const,
  content: { 'application/json': { schema } },
});

export const answer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
});
