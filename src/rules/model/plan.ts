import { changesBetween, decidePlace, type PlaceWish, type ThreadPlace } from '../../conversation/index.ts';
import type { PersonId } from '../../platform/ids.ts';
import type { Effect } from './effect.ts';
import type { Around, ThreadFacts } from './facts.ts';
import { judge, type Reason } from './judge.ts';
import { nextTurn } from './next-turn.ts';
import type { Action, Rule } from './rule.ts';

/** What a rule does to one conversation: where it stands after, and what is written beside it. */
export type Deed = {
  readonly ruleId: string;
  readonly why: readonly Reason[];
  readonly effects: readonly Effect[];
  readonly before: Standing;
  readonly after: Standing;
  readonly follow: readonly PersonId[];
  /** In order; `call` are told. */
  readonly notes: readonly { readonly text: string; readonly call: readonly PersonId[] }[];
  readonly opensCase: boolean;
  readonly draft: { readonly personId: PersonId; readonly snippetId: string } | null;
};

export type Standing = { readonly place: ThreadPlace; readonly within: number | null };

/** Whose turn was the last, by rule: grows as rules are asked. */
export type Turns = Map<string, PersonId>;

export type Asked = {
  /** How many rules held of it, whether or not there was anything to do. */
  readonly met: readonly string[];
  readonly deeds: readonly Deed[];
};

/**
 * Asks rules of one conversation, in their order; each sees what those before it did, and one that stops the others does so where it did
 * something. `quiet`: over what is already there only order is made, nobody is told and nothing is written.
 */
export const askRules = (
  rules: readonly Rule[],
  thread: ThreadFacts,
  around: Around,
  turns: Turns,
  quiet = false,
): Asked => {
  const met: string[] = [];
  const deeds: Deed[] = [];
  let now = thread;
  for (const rule of rules) {
    const { holds, why } = judge(rule.body.condition, now, around);
    if (!holds) continue;
    met.push(rule.id);
    const deed = doActions(rule, now, around, turns, quiet);
    if (deed.effects.length === 0) continue;
    deeds.push({ ...deed, why });
    const followerIds = [...now.followerIds, ...deed.follow];
    now = { ...now, ...deed.after, followerIds, hasCase: now.hasCase || deed.opensCase };
    if (rule.stops) break;
  }
  return { met, deeds };
};

type Doing = Omit<Deed, 'why' | 'ruleId' | 'before' | 'effects'>;

const doActions = (
  { id, body }: Rule,
  thread: ThreadFacts,
  around: Around,
  turns: Turns,
  quiet: boolean,
): Omit<Deed, 'why'> => {
  const before: Standing = { place: thread.place, within: thread.within };
  let doing: Doing = { after: before, follow: [], notes: [], opensCase: false, draft: null };
  for (const action of body.actions) {
    if (quiet && SPEAKING.has(action.do)) continue;
    doing = doAction(action, id, doing, thread, around, turns);
  }
  return { ruleId: id, before, ...doing, effects: effectsOf(before, doing) };
};

/** What colleagues are told, what is written in their name, and what is begun: nobody wants that of a whole past at once. */
const SPEAKING: ReadonlySet<Action['do']> = new Set(['note', 'tell', 'draft', 'case']);

const doAction = (
  action: Action,
  ruleId: string,
  doing: Doing,
  thread: ThreadFacts,
  around: Around,
  turns: Turns,
): Doing => {
  const { place, within } = doing.after;
  const wished = (wish: PlaceWish): Doing => {
    const decided = decidePlace(place, wish, around.now);
    return decided.ok ? { ...doing, after: { place: decided.value.place, within } } : doing;
  };
  switch (action.do) {
    case 'assign':
      return wished(assignment(action, ruleId, place, around, turns));
    case 'label':
      return wished({ addLabels: action.put, removeLabels: action.take });
    case 'status':
      return wished({ status: action.status });
    case 'snooze': {
      const until =
        action.until.kind === 'opening'
          ? around.opensAt(place.teamId)
          : new Date(around.now.getTime() + action.until.minutes * 60_000);
      return until && place.status !== 'done' ? wished({ snoozedUntil: until.toISOString() }) : doing;
    }
    case 'follow':
      return { ...doing, follow: added(doing.follow, action.personIds, thread.followerIds) };
    case 'note':
      return { ...doing, notes: [...doing.notes, { text: action.text, call: [] }] };
    case 'tell': {
      const call = toldOf(action, place, [...thread.followerIds, ...doing.follow], around);
      return call.length > 0 ? { ...doing, notes: [...doing.notes, { text: action.text, call }] } : doing;
    }
    case 'case':
      return thread.hasCase || thread.mentionId === null ? doing : { ...doing, opensCase: true };
    case 'within':
      return within !== null && within <= action.minutes
        ? doing
        : { ...doing, after: { place, within: action.minutes } };
    case 'draft':
      return place.assigneeId
        ? { ...doing, draft: { personId: place.assigneeId, snippetId: action.snippetId } }
        : doing;
  }
};

const assignment = (
  { to, onlyIfNobody }: Extract<Action, { do: 'assign' }>,
  ruleId: string,
  place: ThreadPlace,
  around: Around,
  turns: Turns,
): PlaceWish => {
  if (to.kind === 'team') return onlyIfNobody && place.teamId ? {} : { teamId: to.teamId };
  if (onlyIfNobody && place.assigneeId) return {};
  if (to.kind === 'person') return { assigneeId: to.personId };
  const present = around.membersOf(to.teamId).filter((id) => !to.away.includes(id));
  // Whoever of them has it keeps it: a turn is for what nobody of the team has.
  if (place.assigneeId && present.includes(place.assigneeId)) return { teamId: to.teamId };
  const next = nextTurn(present, turns.get(ruleId) ?? null);
  if (!next) return { teamId: to.teamId };
  turns.set(ruleId, next);
  return { teamId: to.teamId, assigneeId: next };
};

const toldOf = (
  { personIds, teamId, ownTeam, assignee, followers }: Extract<Action, { do: 'tell' }>,
  place: ThreadPlace,
  followerIds: readonly PersonId[],
  around: Around,
): readonly PersonId[] => [
  ...new Set([
    ...personIds,
    ...(teamId ? around.membersOf(teamId) : []),
    ...(ownTeam && place.teamId ? around.membersOf(place.teamId) : []),
    ...(assignee && place.assigneeId ? [place.assigneeId] : []),
    ...(followers ? followerIds : []),
  ]),
];

const added = (
  already: readonly PersonId[],
  more: readonly PersonId[],
  known: readonly PersonId[],
): readonly PersonId[] => [...new Set([...already, ...more.filter((id) => !known.includes(id))])];

const effectsOf = (
  before: Standing,
  { after, follow, notes, opensCase, draft }: Doing,
): readonly Effect[] => [
  ...changesBetween(before.place, after.place).map((change): Effect => {
    switch (change) {
      case 'assigned':
        return { did: 'assigned', personId: after.place.assigneeId };
      case 'team':
        return { did: 'entrusted', teamId: after.place.teamId };
      case 'snoozed':
        return { did: 'snoozed', until: after.place.snoozedUntil ?? '' };
      case 'labelled':
        return {
          did: 'labelled',
          put: after.place.labelIds.filter((id) => !before.place.labelIds.includes(id)),
          took: before.place.labelIds.filter((id) => !after.place.labelIds.includes(id)),
        };
      default:
        return { did: change };
    }
  }),
  ...(after.within !== null && after.within !== before.within
    ? [{ did: 'within' as const, minutes: after.within }]
    : []),
  ...(follow.length > 0 ? [{ did: 'followed' as const, personIds: follow }] : []),
  ...(opensCase ? [{ did: 'case' as const, caseId: null }] : []),
  ...(draft ? [{ did: 'drafted' as const, ...draft }] : []),
  ...notes.map(
    ({ call }): Effect =>
      call.length > 0 ? { did: 'told', noteId: null, personIds: call } : { did: 'noted', noteId: null },
  ),
];
