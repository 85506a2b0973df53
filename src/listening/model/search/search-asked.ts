import { z } from '@hono/zod-openapi';
import { intents } from '../../../language/index.ts';

/** Typed text that the database can hold. */
const typed = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((text) => !text.includes('\0') && text.isWellFormed(), 'not readable');

/** What a search asks for, as it is kept and as an address carries it. All that is given must hold. */
export const SearchAskedSchema = z
  .object({
    /** Words, "phrases", -words to leave out, OR between two. */
    q: typed(200).optional(),
    channel: typed(60).optional(),
    watch: z.uuid().optional(),
    polarity: z.enum(['pos', 'neg', 'neu', 'mixed']).optional(),
    intent: z.enum(intents).optional(),
    aspect: typed(60).optional(),
    /** A part of a name or handle. */
    author: typed(200).optional(),
    authorId: z.uuid().optional(),
    /** As the channel or the reading says it, such as `it`. */
    language: typed(20).optional(),
    /** Said from this instant on, and before that one, ISO 8601. */
    since: z.iso.datetime({ offset: true }).optional(),
    until: z.iso.datetime({ offset: true }).optional(),
    sort: z.enum(['time', 'relevance']).optional(),
  })
  .openapi('Search');
export type SearchAsked = z.infer<typeof SearchAskedSchema>;
