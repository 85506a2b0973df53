import { z } from '@hono/zod-openapi';
import { readPlace } from '../model/list-place.ts';
import { consents, stages } from '../store/contacts.table.ts';
import { giftKinds } from '../store/gifts.table.ts';
import { instant, line, Says, storable, uuidList } from './schemas.ts';

const CircleLink = z.object({ id: z.uuid(), name: Says });

export const ContactRowSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    company: z.string().nullable(),
    place: z.string().nullable(),
    channels: z.array(z.string()),
    stage: z.enum(stages),
    strength: z.number(),
    lastAt: z.iso.datetime(),
    circle: CircleLink.nullable(),
    consent: z.enum(consents),
    why: Says.nullable(),
  })
  .openapi('ContactRow');

const before = z
  .string()
  .max(300)
  .transform((text, context) => {
    const place = readPlace(text);
    if (place) return place;
    context.addIssue({ code: 'custom', message: 'is not the `next` of a page' });
    return z.NEVER;
  })
  .optional()
  .openapi({ type: 'string', description: 'The `next` of the page before' });

export const ContactsQuery = z.object({
  q: storable(200).optional(),
  circle: z.uuid().optional(),
  stage: z.enum(stages).optional(),
  consent: z.enum(consents).optional(),
  author: z.uuid().optional().openapi({ description: 'Whose words listening keeps under this author' }),
  sleeping: z
    .enum(['true', 'false'])
    .transform((said) => said === 'true')
    .optional(),
  before: before.refine(
    (place) => !place || z.uuid().safeParse(place.key).success,
    'is not the `next` of a page',
  ),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const ContactsSchema = z.object({
  contacts: z.array(ContactRowSchema),
  next: z.string().nullable(),
  count: z.number().int().optional(),
});

const nullableLine = (longest: number) =>
  storable(longest)
    .nullable()
    .transform((text) => text?.trim() || null);

const contactFields = {
  company: nullableLine(200).optional(),
  role: nullableLine(200).optional(),
  place: nullableLine(200).optional(),
  note: nullableLine(5_000).optional(),
  tags: z
    .array(line(60))
    .max(50)
    .transform((tags) => [...new Set(tags)])
    .optional(),
  consent: z.enum(consents).optional(),
  consentNote: nullableLine(1_000).optional(),
  stage: z.enum(stages).optional(),
  knownBy: uuidList(200).optional(),
};

export const ContactChangeSchema = z
  .object({ name: line(200).optional(), ...contactFields })
  .openapi('ContactChange');
export const NewContactSchema = z.object({ name: line(200), ...contactFields }).openapi('NewContact');
export const MadeSchema = z.object({ id: z.uuid() });

const ScoreSchema = z.object({
  value: z.number().nullable(),
  says: Says,
  evidence: z.record(z.string(), z.unknown()),
});

const GiftSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(giftKinds),
    what: z.string(),
    valueCents: z.number().int().nullable(),
    at: z.iso.datetime(),
    disclosure: Says,
    label: Says,
    tags: z.array(z.string()),
    warning: Says.nullable(),
  })
  .openapi('Gift');

export const Colleague = z.object({ personId: z.uuid(), name: z.string() });

export const ContactPageSchema = z
  .object({
    contact: z.object({
      id: z.uuid(),
      name: z.string(),
      company: z.string().nullable(),
      role: z.string().nullable(),
      place: z.string().nullable(),
      note: z.string().nullable(),
      tags: z.array(z.string()),
      consent: z.enum(consents),
      consentAt: z.iso.datetime().nullable(),
      consentNote: z.string().nullable(),
      birthday: z.string().nullable(),
      byHand: z.enum(['person', 'import']).nullable(),
      lastAt: z.iso.datetime(),
      createdAt: z.iso.datetime(),
    }),
    identities: z.array(
      z.object({
        id: z.uuid(),
        channel: z.string(),
        name: z.string().nullable(),
        handle: z.string().nullable(),
        url: z.string().nullable(),
        avatarUrl: z.string().nullable(),
        followers: z.number().int().nullable(),
        profiling: z.boolean(),
      }),
    ),
    scores: z.record(z.string(), ScoreSchema).nullable(),
    stage: z.object({
      now: z.enum(stages),
      since: z.iso.datetime(),
      next: Says.nullable(),
      path: z.array(z.object({ stage: z.enum(stages), at: z.iso.datetime() })),
    }),
    ties: z.array(z.object({ contact: ContactRowSchema, strength: z.number(), sentence: Says })),
    circle: CircleLink.nullable(),
    knownBy: z.array(Colleague.extend({ count: z.number().int(), lastAt: z.iso.datetime().nullable() })),
    introductions: z.array(
      z.object({
        path: z.array(z.object({ person: Colleague.optional(), contact: ContactRowSchema.optional() })),
        strength: z.number(),
        says: Says,
      }),
    ),
    cares: z.array(z.object({ word: z.string(), count: z.number().int() })),
    gifts: z.array(GiftSchema),
    threads: z.array(
      z.object({
        id: z.uuid(),
        subject: z.string().nullable(),
        preview: z.string(),
        lastAt: z.iso.datetime(),
      }),
    ),
    merges: z.array(
      z.object({
        id: z.uuid(),
        absorbedName: z.string().nullable(),
        reason: z.string(),
        at: z.iso.datetime(),
        undoneAt: z.iso.datetime().nullable(),
      }),
    ),
  })
  .openapi('ContactPage');

export const StoryQuery = z.object({ before, limit: z.coerce.number().int().min(1).max(100).default(30) });

export const StorySchema = z
  .object({
    entries: z.array(
      z.object({
        id: z.string(),
        at: z.iso.datetime(),
        kind: z.string(),
        direction: z.enum(['in', 'out', 'between']),
        channel: z.string(),
        text: z.string().nullable(),
        mentionId: z.uuid().nullable(),
        threadId: z.uuid().nullable(),
        personName: z.string().nullable(),
        with: z.object({ id: z.uuid(), name: z.string() }).nullable(),
        byHand: z.boolean(),
      }),
    ),
    next: z.string().nullable(),
  })
  .openapi('ContactStory');

export const ErasedSchema = z
  .object({
    erasedAt: z.iso.datetime(),
    what: z.object({
      accounts: z.number().int(),
      interactions: z.number().int(),
      scores: z.number().int(),
      choices: z.number().int(),
      gifts: z.number().int(),
      mentions: z.number().int(),
      raw: z.number().int(),
      versions: z.number().int(),
      quotes: z.number().int(),
      evidence: z.number().int(),
      says: Says,
    }),
  })
  .openapi('ErasureReceipt');

export const MeetingSchema = z.object({
  at: instant.openapi({ type: 'string', format: 'date-time' }),
  note: storable(5_000).default(''),
  place: storable(200).optional(),
  personId: z.uuid().optional(),
  withContactIds: uuidList(50).optional(),
});

export const NewGiftSchema = z.object({
  kind: z.enum(giftKinds),
  what: line(500),
  valueCents: z.number().int().min(0).max(1_000_000_000).optional(),
  at: instant.openapi({ type: 'string', format: 'date-time' }),
});
export const MadeGiftSchema = z.object({ gift: GiftSchema });

export const MergeSchema = z.object({ otherId: z.uuid(), reason: line(500) });
export const PairSchema = z.object({ a: z.uuid(), b: z.uuid() });

export const SuggestionsSchema = z
  .object({
    suggestions: z.array(
      z.object({
        a: ContactRowSchema,
        b: ContactRowSchema,
        evidence: z.array(z.object({ kind: z.string(), says: Says })),
        certainty: z.number(),
      }),
    ),
  })
  .openapi('MergeSuggestions');
