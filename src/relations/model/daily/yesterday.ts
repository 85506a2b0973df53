import type { Words } from '../../../channels/index.ts';
import type { History } from './history.ts';
import { type Outcome, outcomeOf } from './outcome-of.ts';
import type { ReasonKind } from './reason-kind.ts';

export type Yesterday = {
  readonly contactId: string;
  readonly reason: ReasonKind;
  readonly outcome: Outcome;
  readonly says: Words;
};

/** What became of the last list before `day` that was looked at: on a Monday, Friday's. */
export const whatBecameOf = (history: History, day: string): readonly Yesterday[] => {
  const before = history.shown.filter((entry) => entry.day < day);
  const last = before
    .map((entry) => entry.day)
    .sort()
    .at(-1);
  const entries = new Map(
    before.filter((entry) => entry.day === last).map((entry) => [entry.contactId, entry]),
  );
  return [...entries.values()].map((entry) => {
    const outcome = outcomeOf(entry, history);
    return { contactId: entry.contactId, reason: entry.reason, outcome, says: outcomeSays[outcome] };
  });
};

const outcomeSays = {
  done: { it: 'Fatto.', en: 'Done.' },
  answered: { it: 'Ci siamo sentiti.', en: 'We were in touch.' },
  nothing: { it: 'È rimasto lì: nessuna fretta.', en: 'It was left: no hurry.' },
  later: { it: 'Rimandato.', en: 'Put off.' },
  never: { it: 'Non lo proporrò più.', en: 'I shall not propose it again.' },
} as const satisfies Readonly<Record<Outcome, Words>>;
