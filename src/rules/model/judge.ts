import { type Condition, isLeaf, type Leaf, partsOf } from './condition.ts';
import type { Around, ThreadFacts } from './facts.ts';

/** One condition that decided, with what was found: values of ours and of the reading, never anybody's words. */
export type Reason = {
  readonly leaf: Leaf;
  readonly found: readonly string[] | number | boolean | null;
  /** It holds because this is not so. */
  readonly not?: true;
};

export type Judgement = { readonly holds: boolean; readonly why: readonly Reason[] };

/**
 * Whether a condition holds of a conversation, and what decided it: of `all` every part, of `any` those that hold, of `none` every part,
 * as not so; of what does not hold, the parts that stood in its way. Total: an empty `all` and an empty `none` hold, an empty `any` does not.
 */
export const judge = (condition: Condition, thread: ThreadFacts, around: Around): Judgement => {
  if (isLeaf(condition)) return judgeLeaf(condition, thread, around);
  const judged = partsOf(condition).map((part) => judge(part, thread, around));
  if ('all' in condition) {
    const failed = judged.filter(({ holds }) => !holds);
    return told(failed.length === 0, failed.length === 0 ? judged : failed);
  }
  const held = judged.filter(({ holds }) => holds);
  if ('any' in condition) return told(held.length > 0, held.length > 0 ? held : judged);
  const against = told(held.length === 0, held.length === 0 ? judged : held);
  return { holds: against.holds, why: against.why.map(turned) };
};

const told = (holds: boolean, judged: readonly Judgement[]): Judgement => ({
  holds,
  why: judged.flatMap(({ why }) => why),
});

const turned = ({ not, ...reason }: Reason): Reason => (not ? reason : { ...reason, not: true });

const judgeLeaf = (leaf: Leaf, thread: ThreadFacts, around: Around): Judgement => {
  switch (leaf.field) {
    case 'words':
      return one(leaf, around.answers(leaf.query, thread.told.texts));
    case 'stars':
      return reaches(leaf, thread.told.numbers.stars, (value) => value <= leaf.atMost);
    case 'urgency':
    case 'followers':
    case 'gravity':
    case 'mentions':
      return reaches(leaf, thread.told.numbers[leaf.field], (value) => value >= leaf.atLeast);
    case 'needsReply':
    case 'toxic':
    case 'unsure':
    case 'addressed': {
      const found = thread.told.facts[leaf.field];
      return { holds: found === leaf.yes, why: [{ leaf, found }] };
    }
    default: {
      const has = valuesOf(leaf.field, thread, around);
      const wanted = new Set<string>(leaf.is);
      const shared = has.filter((value) => wanted.has(value));
      return {
        holds: shared.length > 0,
        why: [{ leaf, found: shared.length > 0 ? shared : has.slice(0, 5) }],
      };
    }
  }
};

const one = (leaf: Leaf, holds: boolean): Judgement => ({ holds, why: [{ leaf, found: holds }] });

/** What nobody knows reaches nothing. */
const reaches = (leaf: Leaf, found: number | null, test: (value: number) => boolean): Judgement => ({
  holds: found !== null && test(found),
  why: [{ leaf, found }],
});

const valuesOf = (
  field: Extract<Leaf, { is: readonly unknown[] }>['field'],
  { told: { choices }, place }: ThreadFacts,
  around: Around,
): readonly string[] => {
  switch (field) {
    case 'label':
      return place.labelIds;
    case 'assignee':
      return place.assigneeId ? ['somebody', place.assigneeId] : ['nobody'];
    case 'team':
      return place.teamId ? ['some', place.teamId] : ['none'];
    case 'status':
      return [place.status];
    case 'hours':
      return [around.isOpen(place.teamId) ? 'open' : 'closed'];
    default:
      return choices[field];
  }
};
