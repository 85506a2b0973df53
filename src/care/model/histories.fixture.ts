import fc from 'fast-check';
import { type Case, evolve, newCase } from './case.ts';
import type { CaseEvent, CaseMention, Recorded } from './case-event.ts';
import { type CaseCommand, decide } from './decide.ts';

const START = Date.UTC(2026, 0, 5, 8);
const HOUR = 3_600_000;

const anyId = fc.constantFrom('a', 'b', 'c', null);

export const anyCommand: fc.Arbitrary<CaseCommand> = fc.oneof(
  fc.record({ step: fc.constant('acknowledge' as const), mentionId: anyId, isPublic: fc.boolean() }),
  fc.record({ step: fc.constant('answer' as const), mentionId: anyId, isPublic: fc.boolean() }),
  fc.record({ step: fc.constant('understand' as const), textId: anyId }),
  fc.record({
    step: fc.constant('offer' as const),
    offer: fc.constantFrom('refund' as const, 'apology' as const),
    costCents: fc.nat(10_000),
    textId: anyId,
  }),
  fc.record({ step: fc.constant('resolve' as const), textId: anyId }),
  fc.record({ step: fc.constant('confirm' as const), mentionId: anyId }),
  fc.record({ step: fc.constant('reopen' as const), mentionId: anyId, textId: anyId }),
  fc.record({ step: fc.constant('close' as const), textId: anyId }),
  fc.record({
    step: fc.constant('find-unfounded' as const),
    reason: fc.constant('did-not-happen' as const),
    textId: anyId,
  }),
  fc.record({ step: fc.constant('hand-over' as const), to: fc.constant('carrier' as const), textId: anyId }),
  fc.record({
    step: fc.constant('undo' as const),
    reason: fc.constant('no-complaint' as const),
    into: anyId,
  }),
  fc.record({ step: fc.constant('restore' as const) }),
  fc.record({ step: fc.constant('assign' as const), ownerId: anyId }),
  fc.record({ step: fc.constant('file' as const), causeId: anyId }),
  fc.record({ step: fc.constant('praise' as const), mentionId: fc.constantFrom('p', 'q') }),
  fc.record({
    step: fc.constant('choose-gravity' as const),
    gravity: fc.constantFrom(1 as const, 4 as const, null),
    textId: anyId,
  }),
);

type History = { readonly recorded: readonly Recorded[]; readonly one: Case };

/** A history as it comes about: commands at growing times, those that are refused left out. */
export const anyHistory: fc.Arbitrary<History> = fc
  .record({
    startHour: fc.nat(24 * 60),
    channel: fc.constantFrom('mail', 'bluesky', 'feed'),
    authors: fc.array(fc.constantFrom('x', 'y', 'z'), { minLength: 1, maxLength: 6 }),
    commands: fc.array(fc.tuple(anyCommand, fc.nat(72)), { maxLength: 14 }),
  })
  .map(({ startHour, channel, authors, commands }) => {
    let hour = startHour;
    const recorded: Recorded[] = [];
    let one = newCase;
    const happen = (event: CaseEvent) => {
      const next = { version: one.version + 1, at: new Date(START + hour * HOUR), event };
      recorded.push(next);
      one = evolve(one, next);
    };
    happen({ kind: 'reported', by: 'language', channel });
    const seen = new Set<string>();
    authors.forEach((authorId, at) => {
      const newPeople = seen.has(authorId) ? 0 : 1;
      seen.add(authorId);
      const saidAt = new Date(START).toISOString();
      const mention: CaseMention = { id: `m${at}`, authorId, channel, saidAt, isPublic: true };
      happen({ kind: 'mentions-joined', mentions: [mention], newPeople });
    });
    for (const [command, wait] of commands) {
      hour += wait;
      const decided = decide(one, command);
      if (decided.ok) decided.value.forEach(happen);
    }
    return { recorded, one };
  });
