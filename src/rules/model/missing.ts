import { leavesOf } from './condition.ts';
import type { RuleBody } from './rule.ts';

export const named = ['person', 'team', 'label', 'snippet', 'connection'] as const;
export type Named = (typeof named)[number];

/** Something that a rule names and that is no more, and where in the rule (`condition`, `actions.0`). */
export type Missing = { readonly what: Named; readonly id: string; readonly path: string };

/** What there is in the company. */
export type Known = Readonly<Record<Named, ReadonlySet<string>>>;

/** What a rule names and the company does not have any more. */
export const missingOf = (body: RuleBody, known: Known): readonly Missing[] =>
  namedIn(body).filter(({ what, id }) => !known[what].has(id));

const namedIn = ({ trigger, condition, actions }: RuleBody): readonly Missing[] => [
  ...(trigger.when === 'label-put' && trigger.labelId
    ? [of('label', 'trigger.labelId')(trigger.labelId)]
    : []),
  ...leavesOf(condition).flatMap((leaf) => {
    switch (leaf.field) {
      case 'label':
        return leaf.is.map(of('label', 'condition'));
      case 'connection':
        return leaf.is.map(of('connection', 'condition'));
      case 'assignee':
        return leaf.is.filter((id) => id !== 'nobody' && id !== 'somebody').map(of('person', 'condition'));
      case 'team':
        return leaf.is.filter((id) => id !== 'none' && id !== 'some').map(of('team', 'condition'));
      default:
        return [];
    }
  }),
  ...actions.flatMap((action, index) => namedInAction(action, `actions.${index}`)),
];

const of =
  (what: Named, path: string) =>
  (id: string): Missing => ({ what, id, path });

const namedInAction = (action: RuleBody['actions'][number], path: string): readonly Missing[] => {
  switch (action.do) {
    case 'assign':
      return action.to.kind === 'person'
        ? [of('person', path)(action.to.personId)]
        : [of('team', path)(action.to.teamId)];
    case 'label':
      return [...action.put, ...action.take].map(of('label', path));
    case 'follow':
      return action.personIds.map(of('person', path));
    case 'tell':
      return [
        ...action.personIds.map(of('person', path)),
        ...(action.teamId ? [of('team', path)(action.teamId)] : []),
      ];
    case 'draft':
      return [of('snippet', path)(action.snippetId)];
    default:
      return [];
  }
};
