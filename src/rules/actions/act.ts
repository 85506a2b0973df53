import { type LockedPlace, lockPlaces, threadChanges } from '../../conversation/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { PersonId, ThreadId, WorkspaceId } from '../../platform/ids.ts';
import { appendLive, type LiveChange } from '../../platform/live/append-live.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Done } from '../model/done.ts';
import type { Around, ThreadFacts } from '../model/facts.ts';
import type { Asking } from '../model/happening.ts';
import { missingOf } from '../model/missing.ts';
import { needsOf } from '../model/needs.ts';
import { askRules } from '../model/plan.ts';
import type { Rule } from '../model/rule.ts';
import { MOST_FOR_ONE } from '../model/rule-state.ts';
import { countDeeds, deedKey, readDone } from '../store/deed-rows.ts';
import { readFacts } from '../store/read-facts.ts';
import { readKnown } from '../store/read-known.ts';
import { lockTurns, saveTurns } from '../store/rule-rows.ts';
import { doDeeds } from './do-deeds.ts';
import { pauseRule, rulesChanged } from './pause-rule.ts';
import { readAround } from './read-around.ts';

export type ActGround = Pick<Platform, 'clock' | 'jobs'>;

const HOUR_MS = 3_600_000;

/**
 * Asks rules of conversations and does what they say, in the caller's transaction: read together, decided in memory, written together.
 * What was answered to before, what a rule does too often to one conversation, and rules that name what is no more, are left out.
 */
export const act = async (
  ground: ActGround,
  tx: Transaction,
  workspaceId: WorkspaceId,
  answers: Around['answers'],
  askings: ReadonlyMap<ThreadId, readonly Asking[]>,
): Promise<void> => {
  if (askings.size === 0) return;
  const now = ground.clock.now();
  const around = await readAround(tx, workspaceId, answers, now);
  const facts = await readFacts(tx, workspaceId, [...askings.keys()], needsOf(bodiesOf(askings)));
  const likely = facts.filter((thread) => wouldAct(thread, askings, around));
  if (likely.length === 0) return;
  const asked = new Map(likely.map(({ threadId }) => [threadId, askings.get(threadId) ?? []]));
  const { allowed, changes, room } = await allowedOf(ground, tx, workspaceId, asked, now);
  const turns = await lockTurns(tx, workspaceId, turnRules(allowed));
  const before = new Map(turns);
  const held = await lockPlaces(tx, workspaceId, [...allowed.keys()]);
  const done = decideAll(likely, held, allowed, around, turns, room);
  await saveTurns(tx, workspaceId, newer(before, turns));
  const told = await doDeeds(ground, tx, workspaceId, done.deeds, now);
  const stormed: LiveChange[] = [];
  for (const [ruleId, deeds] of done.storms)
    stormed.push(...(await pauseRule(ground, tx, workspaceId, ruleId, { kind: 'storm', deeds })));
  const threadIds = [...new Set(done.deeds.map(({ threadId }) => threadId))];
  const ruleIds = [...new Set(done.deeds.map(({ deed }) => deed.ruleId))];
  await appendLive(tx, workspaceId, [
    ...(threadIds.length > 0 ? threadChanges(threadIds, 'status') : []),
    ...told,
    ...changes,
    ...stormed,
    ...(ruleIds.length > 0 ? [rulesChanged('deeds', ruleIds)] : []),
  ]);
};

const bodiesOf = (askings: ReadonlyMap<ThreadId, readonly Asking[]>) => [
  ...new Set([...askings.values()].flatMap((all) => all.map(({ rule }) => rule.body))),
];

const wouldAct = (
  thread: ThreadFacts,
  askings: ReadonlyMap<ThreadId, readonly Asking[]>,
  around: Around,
): boolean => {
  const rules = (askings.get(thread.threadId) ?? []).map(({ rule }) => rule);
  return askRules(rules, thread, around, new Map()).deeds.length > 0;
};

type Allowed = {
  readonly allowed: ReadonlyMap<ThreadId, readonly Asking[]>;
  readonly changes: readonly LiveChange[];
  /** How much more each rule may do this hour. */
  readonly room: Map<string, { left: number }>;
};

const allowedOf = async (
  ground: ActGround,
  tx: Transaction,
  workspaceId: WorkspaceId,
  asked: ReadonlyMap<ThreadId, readonly Asking[]>,
  now: Date,
): Promise<Allowed> => {
  const all = [...asked.values()].flat();
  const rules = [...new Map(all.map(({ rule }) => [rule.id, rule])).values()];
  const known = await readKnown(tx, workspaceId);
  const changes: LiveChange[] = [];
  const broken = new Set<string>();
  for (const { id, body } of rules) {
    const missing = missingOf(body, known);
    if (missing.length === 0) continue;
    broken.add(id);
    changes.push(...(await pauseRule(ground, tx, workspaceId, id, { kind: 'missing', missing })));
  }
  const ruleIds = rules.map(({ id }) => id);
  const since = new Date(now.getTime() - HOUR_MS);
  const happenings = [...new Set(all.map(({ key }) => key))];
  const { done, often } = await readDone(tx, workspaceId, {
    threadIds: [...asked.keys()],
    ruleIds,
    happenings,
    since,
  });
  const counted = await countDeeds(tx, workspaceId, ruleIds, since);
  const room = new Map(
    rules.map(({ id, mostPerHour }) => [id, { left: mostPerHour - (counted.get(id) ?? 0) }]),
  );
  const mayAct = (threadId: ThreadId, { rule, key }: Asking) =>
    !broken.has(rule.id) &&
    !done.has(deedKey(rule.id, threadId, key)) &&
    (often.get(`${rule.id} ${threadId}`) ?? 0) < MOST_FOR_ONE;
  const allowed = new Map(
    [...asked]
      .map(([id, askings]) => [id, askings.filter((asking) => mayAct(id, asking))] as const)
      .filter(([, askings]) => askings.length > 0),
  );
  return { allowed, changes, room };
};

const turnRules = (askings: ReadonlyMap<ThreadId, readonly Asking[]>): readonly string[] => [
  ...new Set(
    [...askings.values()].flatMap((all) =>
      all
        .map(({ rule }) => rule)
        .filter(takesTurns)
        .map(({ id }) => id),
    ),
  ),
];

export const takesTurns = ({ body }: Pick<Rule, 'body'>): boolean =>
  body.actions.some((action) => action.do === 'assign' && action.to.kind === 'turns');

const newer = (
  before: ReadonlyMap<string, PersonId>,
  after: ReadonlyMap<string, PersonId>,
): ReadonlyMap<string, PersonId> =>
  new Map([...after].filter(([id, personId]) => before.get(id) !== personId));

/** Decides again with the conversations held still: nobody can have changed them in between. */
const decideAll = (
  facts: readonly ThreadFacts[],
  held: readonly LockedPlace[],
  allowed: ReadonlyMap<ThreadId, readonly Asking[]>,
  around: Around,
  turns: Map<string, PersonId>,
  room: Allowed['room'],
): { readonly deeds: readonly Done[]; readonly storms: ReadonlyMap<string, number> } => {
  const places = new Map(held.map((one) => [one.id, one]));
  const storms = new Map<string, number>();
  const deeds = facts.flatMap((thread): Done[] => {
    const place = places.get(thread.threadId);
    const askings = (allowed.get(thread.threadId) ?? []).filter(
      ({ rule }) => (room.get(rule.id)?.left ?? 0) > 0,
    );
    if (!place || askings.length === 0) return [];
    const rules = askings.map(({ rule }) => rule);
    const { deeds: made } = askRules(rules, { ...thread, place: place.place }, around, turns);
    return made.flatMap((deed) => {
      const asking = askings.find(({ rule }) => rule.id === deed.ruleId);
      const left = room.get(deed.ruleId);
      if (!asking || !left) return [];
      left.left -= 1;
      if (left.left === 0) storms.set(deed.ruleId, asking.rule.mostPerHour);
      return [
        {
          threadId: thread.threadId,
          version: place.version,
          deed,
          asking,
          mentionId: thread.mentionId,
          runId: null,
        },
      ];
    });
  });
  return { deeds, storms };
};
