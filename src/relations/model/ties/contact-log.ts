/** Who was in contact with whom and when, as sorted columns: the ground on which half-lives are tried. */
export type ContactLog = {
  /** Which pair (numbers below `pairs`, without direction) each contact is of. */
  readonly pair: Uint32Array;
  /** Milliseconds since 1970, ascending. */
  readonly at: Float64Array;
  readonly pairs: number;
  /** How many were told twice (same two, same way, same instant) and how many were of oneself with oneself. */
  readonly repeated: number;
  readonly ofOneself: number;
};

/** From contacts in any order; each is counted once however often it is told. */
export const contactLog = (
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  at: ArrayLike<number>,
): ContactLog => {
  const order = Uint32Array.from({ length: at.length }, (_, index) => index);
  const [source, target, time] = [numbersOf(from), numbersOf(to), numbersOf(at)];
  order.sort(
    (one, other) =>
      time(one) - time(other) || source(one) - source(other) || target(one) - target(other) || one - other,
  );
  const places = new Map<number, Map<number, number>>();
  const [pair, when] = [new Uint32Array(order.length), new Float64Array(order.length)];
  let [kept, pairs, repeated, ofOneself] = [0, 0, 0, 0];
  let last = -1;
  for (const index of order) {
    const isAgain = last >= 0 && [source, target, time].every((column) => column(last) === column(index));
    last = index;
    if (source(index) === target(index)) ofOneself += 1;
    else if (isAgain) repeated += 1;
    else {
      const low = Math.min(source(index), target(index));
      const high = Math.max(source(index), target(index));
      const known = places.get(low) ?? new Map<number, number>();
      if (known.size === 0) places.set(low, known);
      const place = known.get(high) ?? pairs;
      if (place === pairs) {
        known.set(high, pairs);
        pairs += 1;
      }
      pair[kept] = place;
      when[kept] = time(index);
      kept += 1;
    }
  }
  return { pair: pair.slice(0, kept), at: when.slice(0, kept), pairs, repeated, ofOneself };
};

const numbersOf =
  (column: ArrayLike<number>) =>
  (index: number): number =>
    column[index] ?? 0;
