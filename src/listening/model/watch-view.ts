import { z } from '@hono/zod-openapi';
import { watchSubjects } from './watch-subject.ts';
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

/** In the query language; what does not read in it is told with its place, see `query-unreadable`. */
const QuerySchema = z
  .string()
  .max(10_000)
  .refine((text) => !text.includes('\0') && text.isWellFormed(), 'not readable')
  .openapi({
    description: 'In the query language of watches: words, "phrases", AND OR NOT, NEAR/5, stars, filters',
  });

const older = { deprecated: true, description: 'The older way of saying a query: see `query`' };
const terms = z.array(TermSchema).min(1).max(100).openapi(older);
const except = z.array(TermSchema).max(100).openapi(older);
const about = z.enum(watchSubjects);
/** The answer that makes a watch impossible is among the answers, so that it can be given. */
const AboutSchema = z
  .enum([...watchSubjects, 'private-person'])
  .openapi({ description: 'Whom or what it is about; a private person is refused' });

export const NewWatchSchema = z
  .object({
    name: LineSchema(120),
    query: QuerySchema.optional(),
    terms: terms.optional(),
    except: except.optional(),
    about: AboutSchema.optional(),
    /** Why we listen, in the person's own words: without a reason there is no listening. */
    purpose: LineSchema(1_000),
    /** Why it does not weigh on those who are heard. Wanted with `query`. */
    balancing: LineSchema(1_000).optional(),
    /** Said when the words look like somebody's name, and are not those of a private person. */
    notPrivate: z.boolean().optional(),
  })
  .refine(({ query, terms: words }) => query !== undefined || words !== undefined, {
    path: ['query'],
    message: 'what to listen for',
  })
  .refine(({ query, about: said }) => query === undefined || said !== undefined, {
    path: ['about'],
    message: 'whom or what it is about',
  })
  .refine(({ query, balancing }) => query === undefined || balancing !== undefined, {
    path: ['balancing'],
    message: 'why it does not weigh on those who are heard',
  })
  .openapi('NewWatch');
export type NewWatch = z.infer<typeof NewWatchSchema>;

export const WatchChangeSchema = z
  .object({
    name: LineSchema(120).optional(),
    query: QuerySchema.optional(),
    terms: terms.optional(),
    except: except.optional(),
    about: AboutSchema.optional(),
    purpose: LineSchema(1_000).optional(),
    balancing: LineSchema(1_000).optional(),
    notPrivate: z.boolean().optional(),
    state: z.enum(['active', 'paused']).optional(),
  })
  .openapi('WatchChange');
export type WatchChange = z.infer<typeof WatchChangeSchema>;

export const WatchPreviewSchema = z
  .object({ query: QuerySchema.optional(), terms: terms.optional(), except: except.optional() })
  .refine(({ query, terms: words }) => query !== undefined || words !== undefined, {
    path: ['query'],
    message: 'what to try',
  })
  .openapi('WatchDraft');

export const WatchViewSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    query: z.string(),
    terms: z
      .array(z.string())
      .openapi({ ...older, description: 'The words of `query` of which one is enough' }),
    except: z.array(z.string()).openapi({ ...older, description: 'The words of `query` that call it off' }),
    about,
    purpose: z.string(),
    /** Empty for watches that are older than the question. */
    balancing: z.string(),
    /** When the reasons were last written. */
    basisAt: z.iso.datetime(),
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
    /** Days (UTC) on which there was something, the latest first. */
    days: z.array(z.object({ day: z.iso.date(), count: z.number().int() })),
    breadth: z
      .enum(['nothing', 'useful', 'much', 'too-broad'])
      .openapi({ description: '`too-broad`: it asks for words that are in nearly every text' }),
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
