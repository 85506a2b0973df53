/**
 * How much two partitions of the same nodes agree, 0 (nothing) to 1 (the same up to names): mutual information over
 * the mean of both entropies (Danon et al., "Comparing community structure identification", 2005; Strehl and Ghosh 2002).
 * Labels may be any numbers. Two partitions that both say nothing (all in one, or no nodes) agree wholly.
 */
export const normalizedMutualInformation = (one: Uint32Array, other: Uint32Array): number => {
  if (one.length !== other.length) throw new RangeError('the partitions are of different sizes');
  const nodes = one.length;
  const first = counted(one);
  const second = counted(other);
  const both = new Map<number, number>();
  for (let node = 0; node < nodes; node += 1) {
    const pair = (first.number[node] as number) * second.sizes.length + (second.number[node] as number);
    both.set(pair, (both.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (const [pair, count] of both) {
    const a = first.sizes[Math.floor(pair / second.sizes.length)] as number;
    const b = second.sizes[pair % second.sizes.length] as number;
    shared += (count / nodes) * Math.log((count * nodes) / (a * b));
  }
  const entropies = entropy(first.sizes, nodes) + entropy(second.sizes, nodes);
  return entropies === 0 ? 1 : Math.min(1, Math.max(0, (2 * shared) / entropies));
};

const counted = (
  labels: Uint32Array,
): { readonly number: Uint32Array; readonly sizes: readonly number[] } => {
  const known = new Map<number, number>();
  const sizes: number[] = [];
  const number = labels.map((label) => {
    const id = known.get(label) ?? sizes.length;
    if (id === sizes.length) {
      known.set(label, id);
      sizes.push(0);
    }
    sizes[id] = (sizes[id] as number) + 1;
    return id;
  });
  return { number, sizes };
};

const entropy = (sizes: readonly number[], nodes: number): number =>
  sizes.reduce((sum, size) => sum - (size / nodes) * Math.log(size / nodes), 0);
