import { z } from 'zod';
import { ConditionSchema } from './condition.ts';

const storable = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => !text.includes('\0') && text.isWellFormed(), 'holds characters that cannot be kept');

const people = z.array(z.uuid()).max(50);
const minutes = z.number().int().min(5).max(43_200);

export const whens = [
  'thread-new',
  'mention-new',
  'reading-changed',
  'deadline-near',
  'overdue',
  'reopened',
  'label-put',
  'case-opened',
] as const;
export type When = (typeof whens)[number];

/** What has to happen. */
export const TriggerSchema = z.discriminatedUnion('when', [
  z.object({ when: z.literal('thread-new') }),
  z.object({ when: z.literal('mention-new') }),
  z.object({ when: z.literal('reading-changed') }),
  /** So many minutes by the clock before they shall have heard from us. */
  z.object({ when: z.literal('deadline-near'), minutes }),
  z.object({ when: z.literal('overdue') }),
  z.object({ when: z.literal('reopened') }),
  /** Null: whichever. */
  z.object({ when: z.literal('label-put'), labelId: z.uuid().nullable() }),
  z.object({ when: z.literal('case-opened') }),
]);
export type Trigger = z.infer<typeof TriggerSchema>;

/** What is then done. Nothing here leaves the company: people answer. */
export const ActionSchema = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('assign'),
    to: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('person'), personId: z.uuid() }),
      z.object({ kind: z.literal('team'), teamId: z.uuid() }),
      /** One after another of a team, but those who are away. */
      z.object({ kind: z.literal('turns'), teamId: z.uuid(), away: people }),
    ]),
    onlyIfNobody: z.boolean(),
  }),
  z.object({ do: z.literal('label'), put: z.array(z.uuid()).max(20), take: z.array(z.uuid()).max(20) }),
  z.object({ do: z.literal('status'), status: z.enum(['open', 'done']) }),
  z.object({
    do: z.literal('snooze'),
    until: z.discriminatedUnion('kind', [
      /** Until we open again; nothing while we are open. */
      z.object({ kind: z.literal('opening') }),
      z.object({ kind: z.literal('minutes'), minutes }),
    ]),
  }),
  z.object({ do: z.literal('follow'), personIds: people.min(1) }),
  z.object({ do: z.literal('note'), text: storable(2_000) }),
  z.object({
    do: z.literal('tell'),
    personIds: people,
    teamId: z.uuid().nullable(),
    /** The team that looks after it. */
    ownTeam: z.boolean(),
    /** Whoever has it in hand. */
    assignee: z.boolean(),
    followers: z.boolean(),
    text: storable(500),
  }),
  z.object({ do: z.literal('case') }),
  /** They hear from us within so many working minutes, if the company's own time is longer. */
  z.object({ do: z.literal('within'), minutes }),
  /** For whoever has it in hand, to be looked at and sent by them; nothing where they have begun to write. */
  z.object({ do: z.literal('draft'), snippetId: z.uuid() }),
]);
export type Action = z.infer<typeof ActionSchema>;

/** The form of what is kept: told with it, so that a later one can be made of it. */
export const BODY_VERSION = 1;

export const RuleBodySchema = z.object({
  version: z.literal(BODY_VERSION),
  trigger: TriggerSchema,
  condition: ConditionSchema,
  actions: z.array(ActionSchema).min(1).max(10),
});
export type RuleBody = z.infer<typeof RuleBodySchema>;

/** A rule as the engine asks it. */
export type Rule = {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly body: RuleBody;
  readonly stops: boolean;
  readonly mostPerHour: number;
  readonly activeSince: Date;
};
