import type { ThreadId } from '../../platform/ids.ts';
import type { Rule, When } from './rule.ts';

/** Something that happened to a conversation and that rules may answer to. */
export type Happening = {
  readonly threadId: ThreadId;
  readonly when: When;
  /** The same happening heard twice has the same key. */
  readonly key: string;
  /** Labels that were put on it. */
  readonly labelIds?: readonly string[];
  /** How many minutes are left, as the rule has it. */
  readonly minutes?: number;
  /** Not the business of rules that were not on by then. */
  readonly at?: Date;
  /** Rules whose deeds led to it, the first first. */
  readonly chain: readonly string[];
};

/** Whether a rule answers to this; what a rule has caused it does not hear itself. */
export const hears = (rule: Rule, happening: Happening): boolean => {
  if (happening.chain.includes(rule.id)) return false;
  if (happening.at && happening.at < rule.activeSince) return false;
  const { trigger } = rule.body;
  switch (trigger.when) {
    // What begins a conversation is a word of theirs, too.
    case 'mention-new':
      return happening.when === 'mention-new' || happening.when === 'thread-new';
    case 'deadline-near':
      return happening.when === 'deadline-near' && happening.minutes === trigger.minutes;
    case 'label-put':
      return (
        happening.when === 'label-put' &&
        (trigger.labelId === null || (happening.labelIds ?? []).includes(trigger.labelId))
      );
    default:
      return happening.when === trigger.when;
  }
};

/** One rule that is to be asked of one conversation, and because of what. */
export type Asking = { readonly rule: Rule; readonly key: string; readonly chain: readonly string[] };

/** Which rules are to be asked of which conversations, in their order; of several happenings each rule answers to the first that it hears. */
export const askingsOf = (
  rules: readonly Rule[],
  happenings: readonly Happening[],
): ReadonlyMap<ThreadId, readonly Asking[]> => {
  const found = new Map<ThreadId, readonly Asking[]>();
  for (const [threadId, ofThread] of Map.groupBy(happenings, (one) => one.threadId)) {
    const askings = rules.flatMap((rule): Asking[] => {
      const heard = ofThread.find((happening) => hears(rule, happening));
      return heard ? [{ rule, key: heard.key, chain: heard.chain }] : [];
    });
    if (askings.length > 0) found.set(threadId, askings);
  }
  return found;
};
