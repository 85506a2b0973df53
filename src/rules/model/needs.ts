import { leavesOf } from './condition.ts';
import type { RuleBody } from './rule.ts';

/** What must be looked up beyond the conversation itself for these rules to be asked. */
export type Needs = { readonly text: boolean; readonly author: boolean; readonly case: boolean };

export const needsOf = (bodies: readonly RuleBody[]): Needs => {
  const fields = new Set(bodies.flatMap(({ condition }) => leavesOf(condition)).map(({ field }) => field));
  const opensCases = bodies.some(({ actions }) => actions.some((action) => action.do === 'case'));
  return {
    text: fields.has('words'),
    author: fields.has('author') || fields.has('tag') || fields.has('followers'),
    case: fields.has('case') || fields.has('gravity') || opensCases,
  };
};
