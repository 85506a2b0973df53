import type { PersonId } from '../../platform/ids.ts';

/** Whose turn it is after the last one, going round; the first where the last is not among them. Null when nobody is there. */
export const nextTurn = (present: readonly PersonId[], last: PersonId | null): PersonId | null => {
  const sorted = [...new Set(present)].sort();
  if (sorted.length === 0) return null;
  const after = last === null ? undefined : sorted.find((id) => id > last);
  return after ?? sorted[0] ?? null;
};
