import { z } from '@hono/zod-openapi';
import { line, paragraph } from './schemas.ts';

const shortWord = line(60);

export const CauseWishSchema = z
  .object({
    name: line(80),
    parentId: z.uuid().nullable(),
    words: z.array(shortWord).max(60),
    aspects: z.array(z.string().regex(/^[a-z0-9:-]{1,60}$/)).max(20),
    isRetired: z.boolean().optional(),
  })
  .openapi('CauseWish');

const version = z.number().int().min(0).max(2_000_000_000);

export const CauseChangeSchema = CauseWishSchema.extend({ version }).openapi('CauseChange');

export const CauseTreeSchema = z
  .object({
    causes: z.array(
      z.object({
        id: z.uuid(),
        parentId: z.uuid().nullable(),
        name: z.string(),
        words: z.array(z.string()),
        aspects: z.array(z.string()),
        isRetired: z.boolean(),
        version: z.number().int(),
      }),
    ),
    /** Aspects of which complaints without a cause speak, and no cause knows. */
    branches: z.array(z.object({ aspect: z.string(), cases: z.number().int() })),
    /** Words of which the same holds. */
    words: z.array(z.object({ word: z.string(), cases: z.number().int() })),
  })
  .openapi('CauseTree');

export const ImprovementWishSchema = z
  .object({
    causeId: z.uuid(),
    ownerId: z.uuid().nullable(),
    title: line(120),
    before: paragraph,
    after: paragraph,
    italian: paragraph.max(400),
    english: paragraph.max(400),
    state: z.enum(['planned', 'doing', 'done', 'given-up']),
    caseIds: z.array(z.uuid()).max(500),
  })
  .openapi('ImprovementWish');

export const ImprovementChangeSchema = ImprovementWishSchema.extend({ version }).openapi('ImprovementChange');

const SideSchema = z.object({ complaints: z.number().int(), heard: z.number().int() });

export const ImprovementListSchema = z
  .object({
    improvements: z.array(
      ImprovementWishSchema.omit({ caseIds: true }).extend({
        id: z.uuid(),
        version: z.number().int(),
        ownerName: z.string().nullable(),
        doneAt: z.iso.datetime().nullable(),
        createdAt: z.iso.datetime(),
        cases: z.array(z.object({ id: z.uuid(), number: z.number().int() })),
        /** Such complaints per mention before and after, as long as each other; null until it is done. */
        effect: z
          .object({
            days: z.number().int(),
            before: SideSchema,
            after: SideSchema,
            change: z.object({
              ratio: z.number().nullable(),
              low: z.number(),
              high: z.number().nullable(),
            }),
            verdict: z.enum(['fewer', 'more', 'cannot-tell', 'too-early']),
          })
          .nullable(),
      }),
    ),
  })
  .openapi('ImprovementList');
