import { parseQuery, tellQueryProblem } from '../../listening/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { type Condition, isLeaf, partsOf } from '../model/condition.ts';
import { missingOf, type Named } from '../model/missing.ts';
import type { RuleBody } from '../model/rule.ts';
import { readKnown } from '../store/read-known.ts';

/** A field of a rule that cannot be so, and why in the person's language. */
export type FieldProblem = { readonly path: string; readonly message: string };

/** What cannot be so in a rule that reads: queries with faults, and people or things that are not here. */
export const checkRule = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  body: RuleBody,
  language: 'it' | 'en',
): Promise<readonly FieldProblem[]> => [
  ...queriesIn(body.condition, 'body.condition').flatMap(({ query, path }) => {
    const parsed = parseQuery(query);
    return parsed.ok ? [] : [{ path, message: tellQueryProblem(parsed.error[0], language) }];
  }),
  ...missingOf(body, await readKnown(tx, workspaceId)).map(({ what, path }) => ({
    path: `body.${path}`,
    message: gone[language][what],
  })),
];

const queriesIn = (
  condition: Condition,
  path: string,
): readonly { readonly query: string; readonly path: string }[] => {
  if (isLeaf(condition))
    return condition.field === 'words' ? [{ query: condition.query, path: `${path}.query` }] : [];
  const [group = 'all'] = Object.keys(condition);
  return partsOf(condition).flatMap((part, index) => queriesIn(part, `${path}.${group}.${index}`));
};

const gone: Readonly<Record<'it' | 'en', Readonly<Record<Named, string>>>> = {
  it: {
    person: 'Questa persona non fa parte dell’azienda.',
    team: 'Questo gruppo non c’è più.',
    label: 'Questa etichetta non c’è più.',
    snippet: 'Questa frase pronta non c’è più.',
    connection: 'Questo canale non c’è più.',
  },
  en: {
    person: 'This person does not belong to the company.',
    team: 'This team is no more.',
    label: 'This label is no more.',
    snippet: 'This snippet is no more.',
    connection: 'This channel is no more.',
  },
};
