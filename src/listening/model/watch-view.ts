import { z } from '@hono/zod-openapi';
import { wordsOf } from './words-of.ts';

/** What a person types: at least one letter, digit or pictograph, or it could never be met. */
const TermSchema = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((term) => wordsOf(term).length > 0 && !term.includes('\0') && term.isWellFormed(), 'no word in it');

const LineSchema = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^\P{Cc}*$/u)
    .refine((text) => text.isWellFormed(), 'not readable');

const terms = z.array(TermSchema).min(1).max(100);
const except = z.array(TermSchema).max(100);

export const NewWatchSchema = z
  .object({
    name: LineSchema(120),
    terms,
    except: except.default([]),
    /** Why we listen, in the person's own words: without a reason there is no listening. */
    purpose: LineSchema(1_000),
  })
  .openapi('NewWatch');
export type NewWatch = z.infer<typeof NewWatchSchema>;

export const WatchChangeSchema = z
  .object({
    name: LineSchema(120).optional(),
    terms: terms.optional(),
    except: except.optional(),
    purpose: LineSchema(1_000).optional(),
    state: z.enum(['active', 'paused']).optional(),
  })
  .openapi('WatchChange');
export type WatchChange = z.infer<typeof WatchChangeSchema>;

export const WatchPreviewSchema = z.object({ terms, except: except.default([]) }).openapi('WatchDraft');

export const WatchViewSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    terms: z.array(z.string()),
    except: z.array(z.string()),
    purpose: z.string(),
    state: z.enum(['active', 'paused']),
    matchCount30d: z.number().int(),
    lastMatchAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
  })
  .openapi('Watch');
export type WatchView = z.infer<typeof WatchViewSchema>;

export const WatchPreviewResultSchema = z
  .object({
    count: z.number().int(),
    /** How many stored mentions were looked through, the latest first. */
    examined: z.number().int(),
    examples: z.array(
      z.object({
        mentionId: z.uuid(),
        body: z.string(),
        saidAt: z.iso.datetime(),
        spans: z.array(z.tuple([z.number(), z.number()])),
      }),
    ),
  })
  .openapi('WatchPreview');
export type WatchPreview = z.infer<typeof WatchPreviewResultSchema>;
