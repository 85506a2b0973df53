type Text = { readonly id: string; readonly text: string };

/** Texts that share more of their pieces than this are one text written twice (Jaccard index over pieces of 5 characters). */
const TOO_ALIKE = 0.6;
/** Shorter ones are only compared whole: "top!" and "stop!" have too few pieces to tell. */
const SHORT = 20;
const PIECE = 5;
/** Pieces that are in so many texts tell nothing apart. */
const COMMON = 300;

/** Pairs of identifiers, the later text first. Each text is compared with those before it that share a rare piece. */
export const findNearDuplicates = (texts: readonly Text[]): readonly (readonly [string, string])[] => {
  const places = new Map<string, number[]>();
  const whole = new Map<string, string>();
  const sizes: number[] = [];
  const pairs: (readonly [string, string])[] = [];
  texts.forEach(({ id, text }, at) => {
    const folded = fold(text);
    const pieces = piecesOf(folded);
    sizes.push(pieces.size);
    const twin = whole.get(folded || text);
    if (twin !== undefined) pairs.push([id, twin]);
    else if (folded.length >= SHORT) {
      const other = mostAlike(pieces, places, sizes);
      if (other !== undefined) pairs.push([id, texts[other]?.id ?? '']);
    }
    whole.set(folded || text, id);
    for (const piece of pieces) {
      const list = places.get(piece);
      if (list) list.push(at);
      else places.set(piece, [at]);
    }
  });
  return pairs;
};

const mostAlike = (
  pieces: ReadonlySet<string>,
  places: ReadonlyMap<string, readonly number[]>,
  sizes: readonly number[],
): number | undefined => {
  const shared = new Map<number, number>();
  for (const piece of pieces) {
    const list = places.get(piece);
    if (!list || list.length >= COMMON) continue;
    for (const at of list) shared.set(at, (shared.get(at) ?? 0) + 1);
  }
  for (const [at, count] of shared)
    if (count / (pieces.size + (sizes[at] ?? 0) - count) > TOO_ALIKE) return at;
  return undefined;
};

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const piecesOf = (folded: string): ReadonlySet<string> => {
  const pieces = new Set<string>();
  for (let at = 0; at + PIECE <= folded.length; at += 1) pieces.add(folded.slice(at, at + PIECE));
  return pieces;
};
