import type { Check } from '../../../src/language/checks/check.ts';

/** The same thing said of the same words is said once, however often they stand in the text; the gravest stays. */
export const onceEach = (checks: readonly Check[], text: string): readonly Check[] => {
  const quoted = ({ where }: Check) => (where ? text.slice(where.start, where.end).toLowerCase() : '');
  const kept = new Map<string, Check>();
  for (const check of checks) {
    const said = `${check.id} ${quoted(check)}`;
    const before = kept.get(said);
    if (!before || (before.level !== 'block' && check.level === 'block')) kept.set(said, check);
  }
  return [...kept.values()];
};
