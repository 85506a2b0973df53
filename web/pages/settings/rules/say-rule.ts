import { type Condition, isLeaf, type Leaf, partsOf } from '../../../../src/rules/model/condition.ts';
import type { Effect } from '../../../../src/rules/model/effect.ts';
import type { Reason } from '../../../../src/rules/model/judge.ts';
import type { Action, RuleBody } from '../../../../src/rules/model/rule.ts';
import type { Words } from './words.ts';

/** What a sentence needs besides its words: names by id, lists and instants in the reader's language. */
export type Saying = {
  readonly w: Words;
  nameOf(id: string): string;
  list(values: readonly string[]): string;
  instant(at: string): string;
  number(value: number): string;
};

/** A time in minutes as people say it. */
export const sayMinutes = (minutes: number, { number }: Saying): string =>
  minutes % 60 === 0 ? `${number(minutes / 60)} h` : `${number(minutes)} min`;

export const sayValue = (value: string, { w, nameOf }: Saying): string => w.values[value] ?? nameOf(value);

const either = (values: readonly string[], { w }: Saying): string =>
  values.length <= 1 ? (values[0] ?? '') : w.or(values.slice(0, -1).join(', '), values.at(-1) ?? '');

export const sayLeaf = (leaf: Leaf, say: Saying): string => {
  const { w, number } = say;
  const what = w.fields[leaf.field];
  if ('is' in leaf)
    return `${what} ${w.is(
      either(
        leaf.is.map((value) => sayValue(value, say)),
        say,
      ),
    )}`;
  if ('query' in leaf) return `${what}: ${leaf.query}`;
  if ('yes' in leaf) return leaf.yes ? what : w.not(what);
  if ('atMost' in leaf) return `${what}: ${w.atMost(number(leaf.atMost))}`;
  return `${what}: ${w.atLeast(number(leaf.atLeast))}`;
};

const sayCondition = (condition: Condition, say: Saying): string => {
  if (isLeaf(condition)) return sayLeaf(condition, say);
  const parts = partsOf(condition);
  if (parts.length === 0) return say.w.always;
  const said = parts.map((part) => (isLeaf(part) ? sayLeaf(part, say) : `(${sayCondition(part, say)})`));
  if ('all' in condition) return say.list(said);
  const together = either(said, say);
  return 'any' in condition ? together : say.w.not(`(${together})`);
};

export const sayAction = (action: Action, say: Saying): string => {
  const { w, nameOf, list } = say;
  const names = (ids: readonly string[]) => list(ids.map(nameOf));
  switch (action.do) {
    case 'assign':
      if (action.to.kind === 'person') return w.did.assigned(nameOf(action.to.personId));
      return action.to.kind === 'team'
        ? w.did.entrusted(nameOf(action.to.teamId))
        : `${w.turns.toLowerCase()}: ${nameOf(action.to.teamId)}`;
    case 'label':
      return [
        ...(action.put.length > 0 ? [w.did.put(names(action.put))] : []),
        ...(action.take.length > 0 ? [w.did.took(names(action.take))] : []),
      ].join(', ');
    case 'status':
      return w.status[action.status];
    case 'snooze':
      return action.until.kind === 'opening'
        ? `${w.actions.snooze} ${w.opening}`
        : `${w.actions.snooze} ${w.forMinutes(sayMinutes(action.until.minutes, say))}`;
    case 'follow':
      return `${w.actions.follow} ${names(action.personIds)}`;
    case 'tell':
      return `${w.actions.tell} ${list([
        ...action.personIds.map(nameOf),
        ...(action.teamId ? [nameOf(action.teamId)] : []),
        ...(action.assignee ? [w.assignee] : []),
        ...(action.ownTeam ? [w.ownTeam] : []),
        ...(action.followers ? [w.followersTold] : []),
      ])}`;
    case 'within':
      return `${w.actions.within} ${sayMinutes(action.minutes, say)}`;
    case 'draft':
      return `${w.actions.draft}: ${nameOf(action.snippetId)}`;
    default:
      return w.actions[action.do];
  }
};

/** A rule as one reads it aloud: its three parts. */
export const sayRule = ({ trigger, condition, actions }: RuleBody, say: Saying) => {
  const { w } = say;
  const when =
    trigger.when === 'deadline-near'
      ? w.nearBy(say.number(trigger.minutes))
      : trigger.when === 'label-put' && trigger.labelId
        ? w.labelled(say.nameOf(trigger.labelId))
        : w.whens[trigger.when];
  return {
    when,
    if: sayCondition(condition, say),
    does: say.list(actions.map((action) => sayAction(action, say))),
  };
};

export const sayReason = ({ leaf, found, not }: Reason, say: Saying): string => {
  const { w, number } = say;
  const what = w.fields[leaf.field];
  if (leaf.field === 'words') return not ? w.not(`«${leaf.query}»`) : `«${leaf.query}»`;
  if (typeof found === 'boolean') return found ? what : w.not(what);
  if (typeof found === 'number') return `${what}: ${number(Math.round(found * 100) / 100)}`;
  const values = (found ?? []).filter((value) => value !== 'somebody' && value !== 'some');
  return `${what}: ${values.map((value) => sayValue(value, say)).join(', ') || '—'}`;
};

export const sayEffect = (effect: Effect, say: Saying): string => {
  const { did } = say.w;
  const names = (ids: readonly string[]) => say.list(ids.map(say.nameOf));
  switch (effect.did) {
    case 'assigned':
      return effect.personId ? did.assigned(say.nameOf(effect.personId)) : did.freed;
    case 'entrusted':
      return effect.teamId ? did.entrusted(say.nameOf(effect.teamId)) : did.freed;
    case 'labelled':
      return [
        ...(effect.put.length > 0 ? [did.put(names(effect.put))] : []),
        ...(effect.took.length > 0 ? [did.took(names(effect.took))] : []),
      ].join(', ');
    case 'snoozed':
      return did.snoozed(say.instant(effect.until));
    case 'followed':
      return did.followed(names(effect.personIds));
    case 'told':
      return did.told(names(effect.personIds));
    case 'within':
      return did.within(sayMinutes(effect.minutes, say));
    case 'drafted':
      return did.drafted(say.nameOf(effect.personId));
    default:
      return did[effect.did];
  }
};
