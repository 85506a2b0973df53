import fc from 'fast-check';
import type { Candidate, Consent, LastWords } from './candidate.ts';
import type { History } from './history.ts';
import { reasonKinds } from './reason-kind.ts';

export const NOW = new Date('2026-03-11T08:00:00Z');
export const TODAY = '2026-03-11';
const DAY = 86_400_000;

export const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * DAY);
export const dayAgo = (days: number): string => daysAgo(days).toISOString().slice(0, 10);

export const noHistory: History = { shown: [], choices: [], contacted: [] };

/** Somebody about whom nothing is known: no reason holds. */
export const somebody = (facts: Partial<Candidate> = {}): Candidate => ({
  contactId: 'anna',
  name: 'Anna',
  consent: 'unknown',
  said: null,
  tie: null,
  bridge: null,
  introduction: null,
  meeting: null,
  weakTie: null,
  anniversary: null,
  knownBy: [],
  channels: [{ channel: 'mail', isPublic: false }],
  canCall: false,
  metInPerson: false,
  lastContactedAt: null,
  ...facts,
});

/** Words said a day ago, answered by nobody, that ask for nothing. */
export const said = (facts: Partial<LastWords> = {}): LastWords => ({
  mentionId: 'm1',
  threadId: 't1',
  at: daysAgo(1),
  channel: 'fediverse',
  isPublic: true,
  needsReply: false,
  question: false,
  thanks: false,
  praise: false,
  complaint: false,
  leftUnhappy: false,
  answeredAt: null,
  assigneeId: null,
  ...facts,
});

const date = fc.integer({ min: -5, max: 120 }).map(daysAgo);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const count = fc.nat(40);
const circle = fc.constant({ id: 'c', name: { it: 'cuochi', en: 'cooks' } });
const consent = fc.constantFrom<Consent>('unknown', 'agreed', 'quiet', 'objected');
const contactId = fc.nat(25).map((number) => `p${number}`);
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(value);

const anySaid: fc.Arbitrary<LastWords> = fc.record({
  mentionId: fc.constant('m'),
  threadId: maybe(fc.constant('t')),
  at: date,
  channel: fc.constantFrom('mail', 'fediverse'),
  isPublic: fc.boolean(),
  needsReply: fc.boolean(),
  question: fc.boolean(),
  thanks: fc.boolean(),
  praise: fc.boolean(),
  complaint: fc.boolean(),
  leftUnhappy: fc.boolean(),
  answeredAt: maybe(date),
  assigneeId: maybe(fc.constantFrom('piero', 'gone')),
});

/** Any person at all, among twenty-six. */
export const anyCandidate: fc.Arbitrary<Candidate> = fc.record({
  contactId,
  name: fc.constant('Nome'),
  consent,
  said: maybe(anySaid),
  tie: maybe(fc.record({ strength: share, trend: share, usualDays: maybe(fc.nat(60)), lastAt: maybe(date) })),
  bridge: maybe(fc.record({ circle, size: count, weKnow: count, theyKnow: count })),
  introduction: maybe(
    fc.record({
      other: fc.record({ contactId, name: fc.constant('Altro'), consent }),
      strengths: fc.tuple(share, share),
    }),
  ),
  meeting: maybe(
    fc.record({
      other: fc.record({ contactId, name: fc.constant('Altro'), consent }),
      strengths: fc.tuple(share, share),
      common: count,
    }),
  ),
  weakTie: maybe(fc.record({ circle: maybe(circle), overlap: share, joining: count })),
  anniversary: maybe(
    fc.record({
      kind: fc.constantFrom('met' as const, 'made' as const),
      since: fc.constantFrom('2024-03-10', '2020-01-01', 'garbage'),
    }),
  ),
  knownBy: fc.array(
    fc.record({ personId: fc.constantFrom('piero', 'marta', 'gone'), count, lastAt: maybe(date) }),
    { maxLength: 3 },
  ),
  channels: fc.array(fc.record({ channel: fc.constantFrom('mail', 'fediverse'), isPublic: fc.boolean() }), {
    maxLength: 2,
  }),
  canCall: fc.boolean(),
  metInPerson: fc.boolean(),
  lastContactedAt: maybe(date),
});

const reason = fc.constantFrom(...reasonKinds);
const day = fc.nat(60).map(dayAgo);

/** Any past of those twenty-six people. */
export const anyHistory: fc.Arbitrary<History> = fc.record({
  shown: fc.array(fc.record({ day, contactId, reason })),
  choices: fc.array(
    fc.record({
      day,
      contactId,
      reason,
      state: fc.constantFrom('done' as const, 'later' as const, 'never' as const),
      until: maybe(fc.integer({ min: -30, max: 30 }).map(dayAgo)),
      at: date,
    }),
  ),
  contacted: fc.array(fc.record({ contactId, at: date })),
});
