import { z } from 'zod';
import { aspects, intents } from '../../language/index.ts';

/** Text as the database can keep it: no U+0000, no halves of characters. */
const storable = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => !text.includes('\0') && text.isWellFormed(), 'holds characters that cannot be kept');

const some = <Value extends z.ZodType>(value: Value) => z.array(value).min(1).max(50);
const oneOf = <Field extends string, Value extends z.ZodType>(field: Field, value: Value) =>
  z.object({ field: z.literal(field), is: some(value) });

/** Of a list of values, at least one of which the conversation has. */
const choices = [
  oneOf('channel', storable(60)),
  oneOf('connection', z.uuid()),
  oneOf(
    'form',
    z.enum(['post', 'reply', 'message', 'article', 'comment', 'review', 'call', 'encounter', 'note']),
  ),
  oneOf('visibility', z.enum(['public', 'unlisted', 'followers', 'direct'])),
  oneOf('language', storable(35)),
  oneOf('polarity', z.enum(['pos', 'neg', 'neu', 'mixed'])),
  oneOf('intent', z.enum(intents)),
  oneOf('aspect', z.enum(aspects)),
  oneOf('author', z.enum(['new', 'known'])),
  oneOf('tag', storable(60)),
  oneOf('label', z.uuid()),
  oneOf('assignee', z.union([z.enum(['nobody', 'somebody']), z.uuid()])),
  oneOf('team', z.union([z.enum(['none', 'some']), z.uuid()])),
  oneOf('status', z.enum(['open', 'snoozed', 'done'])),
  oneOf('waitingFor', z.enum(['us', 'them', 'nobody'])),
  oneOf('hours', z.enum(['open', 'closed'])),
  oneOf('case', z.enum(['none', 'open', 'ended'])),
] as const;

/** A number that the conversation reaches. */
const least = [
  /** 0 to 1. */
  z.object({ field: z.literal('urgency'), atLeast: z.number().min(0).max(1) }),
  /** People who follow whoever wrote last. */
  z.object({ field: z.literal('followers'), atLeast: z.number().int().min(0).max(1_000_000_000) }),
  /** Of its open case: 1 a nuisance to 4 safety or the law. */
  z.object({ field: z.literal('gravity'), atLeast: z.number().int().min(1).max(4) }),
  z.object({ field: z.literal('mentions'), atLeast: z.number().int().min(1).max(100_000) }),
] as const;

/** Something that is so, or is not. */
const facts = [
  z.object({ field: z.literal('needsReply'), yes: z.boolean() }),
  /** Insults or threats. */
  z.object({ field: z.literal('toxic'), yes: z.boolean() }),
  z.object({ field: z.literal('unsure'), yes: z.boolean() }),
  z.object({ field: z.literal('addressed'), yes: z.boolean() }),
] as const;

const LeafSchema = z.discriminatedUnion('field', [
  ...choices,
  ...least,
  ...facts,
  /** Of five, as reviews are counted: a channel's own scale is brought to it. */
  z.object({ field: z.literal('stars'), atMost: z.number().min(0).max(5) }),
  /** In the language of watches: words with their inflections, "phrases", E O NON. */
  z.object({ field: z.literal('words'), query: storable(2_000) }),
]);
export type Leaf = z.infer<typeof LeafSchema>;
export type Field = Leaf['field'];

/** All of these, at least one of these, or none of these. */
export type Condition =
  | Leaf
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly none: readonly Condition[] };

const parts = (part: z.ZodType<Condition>) => z.array(part).max(20);

/**
 * So deep a tree may be: what is deeper nobody reads. Written out, so that a document can describe it; named by its result, so that
 * the checker of types need not write it out as well.
 */
const grouped = (part: z.ZodType<Condition>): z.ZodType<Condition> =>
  z.union([
    LeafSchema,
    z.strictObject({ all: parts(part) }),
    z.strictObject({ any: parts(part) }),
    z.strictObject({ none: parts(part) }),
  ]);
export const ConditionSchema = grouped(grouped(grouped(LeafSchema)));

export const isLeaf = (condition: Condition): condition is Leaf => 'field' in condition;

export const partsOf = (condition: Condition): readonly Condition[] => {
  if (isLeaf(condition)) return [];
  if ('all' in condition) return condition.all;
  return 'any' in condition ? condition.any : condition.none;
};

/** Every leaf, in the order in which they are written. */
export const leavesOf = (condition: Condition): readonly Leaf[] =>
  isLeaf(condition) ? [condition] : partsOf(condition).flatMap(leavesOf);
