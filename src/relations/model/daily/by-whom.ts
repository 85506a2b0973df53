import type { Candidate } from './candidate.ts';
import type { ReasonKind } from './reason-kind.ts';

export type Colleague = { readonly personId: string; readonly name: string; readonly isAway?: boolean };

/**
 * Who of us: the colleague in whose hands the conversation is, if it is about their words; otherwise whoever has spoken
 * with them most, lately rather than long ago. Null: nobody here knows them.
 */
export const byWhom = (
  kind: ReasonKind,
  { said, knownBy }: Candidate,
  colleagues: readonly Colleague[],
): { readonly personId: string; readonly name: string } | null => {
  const here = new Map(colleagues.filter(({ isAway }) => !isAway).map((each) => [each.personId, each]));
  const isAboutWords = ['complained', 'asked', 'unhappy', 'thanked'].includes(kind);
  const assignee = isAboutWords && said?.assigneeId ? here.get(said.assigneeId) : undefined;
  const [knower] = knownBy
    .filter(({ personId }) => here.has(personId))
    .sort(
      (a, b) =>
        b.count - a.count ||
        (b.lastAt?.getTime() ?? 0) - (a.lastAt?.getTime() ?? 0) ||
        (a.personId < b.personId ? -1 : 1),
    );
  const chosen = assignee ?? (knower ? here.get(knower.personId) : undefined);
  return chosen ? { personId: chosen.personId, name: chosen.name } : null;
};
