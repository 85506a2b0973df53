import { z } from 'zod';
import { type Role, roles } from '../../people/index.ts';

const gravities = [1, 2, 3, 4] as const;

/** Answers wait when everything that a rule names fits; an empty list fits everything, and a rule that names nothing fits every answer. */
export const ApprovalRuleSchema = z.object({
  roles: z.array(z.enum(roles)).max(roles.length),
  personIds: z.array(z.uuid()).max(500),
  teamIds: z.array(z.uuid()).max(100),
  channels: z.array(z.string().min(1).max(60)).max(50),
  /** From this gravity of the complaint on; null: whatever it is. */
  gravityFrom: z.union(gravities.map((one) => z.literal(one))).nullable(),
});
export type ApprovalRule = z.infer<typeof ApprovalRuleSchema>;

/** Why an answer waits, for whoever wrote it and whoever decides. */
export type ApprovalReason =
  | { readonly kind: 'may-not-send' | 'crisis' }
  | { readonly kind: 'rule'; readonly by: readonly ('role' | 'person' | 'team' | 'channel' | 'gravity')[] };

export type AnswerFacts = {
  readonly personId: string;
  readonly roles: readonly Role[];
  readonly teamIds: readonly string[];
  readonly channel: string;
  readonly gravity: number | null;
  /** Whether their role lets them send at all. */
  readonly maySend: boolean;
  /** While there is a crisis every answer waits. */
  readonly everythingWaits: boolean;
};

/** Why this answer waits for an approver; none: it leaves by itself. Coordinators answer for themselves, save in a crisis or when a rule names them. */
export const reasonsToWait = (
  rules: readonly ApprovalRule[],
  facts: AnswerFacts,
): readonly ApprovalReason[] => [
  ...(facts.maySend ? [] : [{ kind: 'may-not-send' as const }]),
  ...(facts.everythingWaits ? [{ kind: 'crisis' as const }] : []),
  ...rules.filter((rule) => fits(rule, facts)).map((rule) => ({ kind: 'rule' as const, by: namedBy(rule) })),
];

const fits = (rule: ApprovalRule, facts: AnswerFacts): boolean =>
  isAmong(rule.roles, facts.roles) &&
  isAmong(rule.personIds, [facts.personId]) &&
  isAmong(rule.teamIds, facts.teamIds) &&
  isAmong(rule.channels, [facts.channel]) &&
  (rule.gravityFrom === null || (facts.gravity ?? 0) >= rule.gravityFrom);

const isAmong = (named: readonly string[], held: readonly string[]): boolean =>
  named.length === 0 || named.some((one) => held.includes(one));

const namedBy = (rule: ApprovalRule): Extract<ApprovalReason, { kind: 'rule' }>['by'] => [
  ...(rule.roles.length > 0 ? (['role'] as const) : []),
  ...(rule.personIds.length > 0 ? (['person'] as const) : []),
  ...(rule.teamIds.length > 0 ? (['team'] as const) : []),
  ...(rule.channels.length > 0 ? (['channel'] as const) : []),
  ...(rule.gravityFrom === null ? [] : (['gravity'] as const)),
];
