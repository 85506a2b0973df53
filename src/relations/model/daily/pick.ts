/**
 * At most ten within the minutes. Those who wait for an answer first; of each kind at most five as long as another kind has
 * somebody; each one taken makes its kind a quarter less wanted (a submodular "variety" term, greedily). What does not fit
 * into the minutes is passed over.
 */
import { isWaiting, type ReasonKind } from './reason-kind.ts';

/** One person with every reason that holds today, each with what it is worth and takes. */
export type Option = {
  readonly contactId: string;
  readonly reasons: readonly {
    readonly kind: ReasonKind;
    readonly value: number;
    readonly minutes: number;
  }[];
};
export type Picked = { readonly contactId: string; readonly kind: ReasonKind };

const MOST_OF_A_KIND = 5;
const LESS_WANTED = 0.75;

type Chosen = Picked & { readonly value: number; readonly minutes: number };

export const pick = (
  options: readonly Option[],
  { places, minutes }: { readonly places: number; readonly minutes: number },
): readonly Picked[] => {
  const taken: Chosen[] = [];
  const left = new Map(options.map((option) => [option.contactId, option]));
  let remaining = minutes;
  while (taken.length < places) {
    const next = best(left, taken, remaining);
    if (next === undefined) break;
    taken.push(next);
    left.delete(next.contactId);
    remaining -= next.minutes;
  }
  return taken
    .sort((a, b) => Number(isWaiting(b.kind)) - Number(isWaiting(a.kind)))
    .map(({ contactId, kind }) => ({ contactId, kind }));
};

const best = (
  left: ReadonlyMap<string, Option>,
  taken: readonly Chosen[],
  remaining: number,
): Chosen | undefined => {
  const counts = new Map<ReasonKind, number>();
  for (const { kind } of taken) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  let [within, beyond]: [Chosen | undefined, Chosen | undefined] = [undefined, undefined];
  for (const { contactId, reasons } of left.values()) {
    for (const { kind, value, minutes } of reasons) {
      if (minutes > remaining) continue;
      const count = counts.get(kind) ?? 0;
      const wanted = {
        contactId,
        kind,
        minutes,
        value: isWaiting(kind) ? value : value * LESS_WANTED ** count,
      };
      if (count < MOST_OF_A_KIND) within = better(within, wanted);
      else beyond = better(beyond, wanted);
    }
  }
  return within ?? beyond;
};

/** Whoever waits goes before whoever does not; then what is worth more; then, so that a day is always the same, the id. */
const better = (known: Chosen | undefined, other: Chosen): Chosen => {
  if (known === undefined) return other;
  const order =
    Number(isWaiting(other.kind)) - Number(isWaiting(known.kind)) ||
    other.value - known.value ||
    (other.contactId < known.contactId ? 1 : -1);
  return order > 0 ? other : known;
};
