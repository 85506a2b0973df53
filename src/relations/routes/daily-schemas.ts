import { z } from '@hono/zod-openapi';
import { reasonKinds } from '../model/daily/reason-kind.ts';
import { Colleague, ContactRowSchema } from './contact-schemas.ts';
import { Says } from './schemas.ts';

const day = z.iso.date().refine((text) => /^[12]\d{3}-/.test(text), 'is too far away');

export const TodayQuery = z.object({ day: day.optional() });

export const TodaySchema = z
  .object({
    day: z.string(),
    budgetMinutes: z.number(),
    minutes: z.number(),
    people: z.array(
      z.object({
        contact: ContactRowSchema,
        reason: z.enum(reasonKinds),
        why: Says,
        said: z.object({ text: z.string(), mentionId: z.uuid(), at: z.iso.datetime() }).nullable(),
        manner: Says,
        mannerKind: z.string(),
        channel: z.string().nullable(),
        by: Colleague.nullable(),
        minutes: z.number(),
        threadId: z.uuid().nullable(),
      }),
    ),
    yesterday: z.array(
      z.object({
        contact: ContactRowSchema,
        reason: z.enum(reasonKinds),
        outcome: z.enum(['done', 'answered', 'nothing', 'later', 'never']),
        says: Says,
      }),
    ),
  })
  .openapi('DailyPeople');

export const ChoiceSchema = z.object({ state: z.enum(['done', 'later', 'never']), until: day.optional() });
