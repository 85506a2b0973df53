export type Cause = {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly words: readonly string[];
  readonly aspects: readonly string[];
  readonly isRetired: boolean;
  readonly version: number;
};
export type CauseTree = {
  readonly causes: readonly Cause[];
  readonly branches: readonly { readonly aspect: string; readonly cases: number }[];
  /** Words of complaints without a cause, that no cause knows. */
  readonly words: readonly { readonly word: string; readonly cases: number }[];
};
type Side = { readonly complaints: number; readonly heard: number };
export type Improvement = {
  readonly id: string;
  readonly version: number;
  readonly causeId: string;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly title: string;
  readonly before: string;
  readonly after: string;
  readonly italian: string;
  readonly english: string;
  readonly state: 'planned' | 'doing' | 'done' | 'given-up';
  readonly doneAt: string | null;
  readonly cases: readonly { readonly id: string; readonly number: number }[];
  readonly effect: {
    readonly days: number;
    readonly before: Side;
    readonly after: Side;
    readonly change: { readonly ratio: number | null; readonly low: number; readonly high: number | null };
    readonly verdict: 'fewer' | 'more' | 'cannot-tell' | 'too-early';
  } | null;
};

/** Branches under their trunk, each with how deep it hangs. */
export const asTree = (
  causes: readonly Cause[],
): readonly { readonly cause: Cause; readonly depth: number }[] => {
  const under = Map.groupBy(causes, ({ parentId }) => parentId);
  const walk = (parentId: string | null, depth: number): { cause: Cause; depth: number }[] =>
    (under.get(parentId) ?? []).flatMap((cause) => [{ cause, depth }, ...walk(cause.id, depth + 1)]);
  return walk(null, 0);
};
