import fc from 'fast-check';
import type { Condition } from './condition.ts';
import type { Around, ThreadFacts } from './facts.ts';
import type { Rule, RuleBody } from './rule.ts';

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const people = [id(1), id(2), id(3)];
export const labels = [id(11), id(12)];
export const team = id(21);
export const now = new Date('2026-03-02T08:00:00Z');

export const around: Around = {
  now,
  isOpen: () => false,
  opensAt: () => new Date('2026-03-02T09:00:00Z'),
  answers: (query, texts) => texts.some((text) => text.includes(query)),
  membersOf: () => people,
};

export const plain: ThreadFacts = {
  threadId: id(31),
  place: { status: 'open', assigneeId: null, teamId: null, snoozedUntil: null, labelIds: [] },
  within: null,
  followerIds: [],
  mentionId: id(41),
  hasCase: false,
  told: {
    choices: {
      channel: ['mail'],
      connection: [id(51)],
      form: ['message'],
      visibility: ['direct'],
      language: ['it'],
      polarity: ['neg'],
      intent: ['complaint'],
      aspect: ['price'],
      author: ['new'],
      tag: [],
      waitingFor: ['us'],
      case: ['none'],
    },
    numbers: { urgency: 0.5, followers: null, gravity: null, mentions: 1, stars: null },
    facts: { needsReply: true, toxic: false, unsure: null, addressed: true },
    texts: ['Il vino sa di tappo'],
  },
};

const leaf = fc.oneof(
  fc.constantFrom<Condition>(
    { field: 'channel', is: ['mail'] },
    { field: 'channel', is: ['bluesky', 'telegram'] },
    { field: 'polarity', is: ['neg', 'mixed'] },
    { field: 'urgency', atLeast: 0.4 },
    { field: 'followers', atLeast: 0 },
    { field: 'stars', atMost: 5 },
    { field: 'toxic', yes: false },
    { field: 'unsure', yes: true },
    { field: 'words', query: 'vino' },
    { field: 'words', query: 'birra' },
    { field: 'assignee', is: ['nobody'] },
    { field: 'label', is: [labels[0] ?? ''] },
    { field: 'status', is: ['open'] },
    { field: 'hours', is: ['closed'] },
  ),
);

/** Any tree of conditions. */
export const anyCondition: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'tree' },
    leaf,
    fc.array(tie('tree'), { maxLength: 4 }).map((all) => ({ all })),
    fc.array(tie('tree'), { maxLength: 4 }).map((any) => ({ any })),
    fc.array(tie('tree'), { maxLength: 4 }).map((none) => ({ none })),
  ),
})).tree;

const anyAction = fc.constantFrom<RuleBody['actions'][number]>(
  { do: 'assign', to: { kind: 'person', personId: people[0] ?? '' }, onlyIfNobody: true },
  { do: 'assign', to: { kind: 'turns', teamId: team, away: [] }, onlyIfNobody: false },
  { do: 'label', put: [labels[0] ?? ''], take: [] },
  { do: 'label', put: [labels[1] ?? ''], take: [labels[0] ?? ''] },
  { do: 'status', status: 'done' },
  { do: 'status', status: 'open' },
  { do: 'snooze', until: { kind: 'opening' } },
  { do: 'follow', personIds: people },
  { do: 'within', minutes: 60 },
  { do: 'case' },
  { do: 'note', text: 'Guarda' },
);

const anyTrigger = fc.oneof(
  fc.constantFrom<RuleBody['trigger']>({ when: 'mention-new' }, { when: 'reopened' }),
  fc.constantFrom(...labels, null).map((labelId) => ({ when: 'label-put' as const, labelId })),
);

/** Rules in an order, each with its own id. */
export const anyRules: fc.Arbitrary<readonly Rule[]> = fc
  .array(
    fc.record({
      trigger: anyTrigger,
      condition: anyCondition,
      actions: fc.array(anyAction, { minLength: 1, maxLength: 3 }),
      stops: fc.boolean(),
    }),
    { maxLength: 5 },
  )
  .map((made) =>
    made.map(({ stops, ...body }, index) => ({
      id: id(100 + index),
      name: `Regola ${index}`,
      ownerId: people[0] ?? '',
      body: { version: 1 as const, ...body },
      stops,
      mostPerHour: 100,
      activeSince: new Date(0),
    })),
  );
