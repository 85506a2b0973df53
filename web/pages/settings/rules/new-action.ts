import type { Action } from '../../../../src/rules/model/rule.ts';
import type { Names } from './use-saying.ts';

export type Do = Action['do'];
/** What a rule can do, in the order in which it is offered. */
export const verbs: readonly Do[] = [
  'assign',
  'label',
  'tell',
  'within',
  'status',
  'snooze',
  'follow',
  'note',
  'case',
  'draft',
];

/** Something to do, as it begins. */
export const newAction = (verb: Do, names: Names): Action => {
  const [person, team, snippet] = [names.people[0], names.teams[0], names.snippets[0]].map(
    (one) => one?.value ?? '',
  ) as [string, string, string];
  switch (verb) {
    case 'assign':
      return { do: verb, to: { kind: 'person', personId: person }, onlyIfNobody: true };
    case 'label':
      return { do: verb, put: [], take: [] };
    case 'status':
      return { do: verb, status: 'done' };
    case 'snooze':
      return { do: verb, until: { kind: 'opening' } };
    case 'follow':
      return { do: verb, personIds: [] };
    case 'note':
      return { do: verb, text: '' };
    case 'tell':
      return {
        do: verb,
        personIds: [],
        teamId: null,
        ownTeam: false,
        assignee: true,
        followers: false,
        text: '',
      };
    case 'case':
      return { do: verb };
    case 'within':
      return { do: verb, minutes: 240 };
    case 'draft':
      return { do: verb, snippetId: snippet };
    default:
      return { do: 'assign', to: { kind: 'team', teamId: team }, onlyIfNobody: true };
  }
};
