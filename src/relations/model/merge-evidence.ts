import type { Words } from '../../channels/index.ts';

export type LikenessKind = 'name' | 'domain' | 'avatar' | 'link' | 'rel-me';

/** Something that the accounts of two people have in common; `a` is the smaller id. */
export type Likeness = {
  readonly a: string;
  readonly b: string;
  readonly kind: LikenessKind;
  readonly key: string;
};

export type MergeEvidence = {
  readonly a: string;
  readonly b: string;
  readonly evidence: readonly { readonly kind: LikenessKind; readonly says: Words }[];
  /** 0..1 */
  readonly certainty: number;
};

/** How far each is to be believed by itself. A name alone is a question, links both ways are all but proof. */
const trust: Readonly<Record<LikenessKind, number>> = {
  'rel-me': 0.97,
  link: 0.95,
  avatar: 0.8,
  domain: 0.7,
  name: 0.5,
};

/**
 * Pairs who may be one person, the surest first: 1 - (1 - p1)(1 - p2)... over the kinds of evidence, as if they were
 * independent. A proposal only: merging takes a human's word.
 */
export const weighLikenesses = (likenesses: readonly Likeness[], most = 30): readonly MergeEvidence[] =>
  [...Map.groupBy(likenesses, ({ a, b }) => `${a} ${b}`).values()]
    .map(weigh)
    .sort((one, other) => other.certainty - one.certainty || (one.a + one.b < other.a + other.b ? -1 : 1))
    .slice(0, most);

const weigh = (alike: readonly Likeness[]): MergeEvidence => {
  const { a = '', b = '' } = alike[0] ?? {};
  const kinds = [...new Map(alike.map((each) => [each.kind, each])).values()].sort(
    (one, other) => trust[other.kind] - trust[one.kind],
  );
  const doubt = kinds.reduce((left, { kind }) => left * (1 - trust[kind]), 1);
  return {
    a,
    b,
    evidence: kinds.map(({ kind, key }) => ({ kind, says: says[kind](key) })),
    certainty: Math.round((1 - doubt) * 100) / 100,
  };
};

const says: Readonly<Record<LikenessKind, (key: string) => Words>> = {
  'rel-me': () => ({
    it: 'I due profili si indicano a vicenda.',
    en: 'The two profiles point to each other.',
  }),
  link: (key) => ({
    it: `Tutti e due hanno verificato lo stesso sito: ${key}.`,
    en: `Both have verified the same site: ${key}.`,
  }),
  avatar: () => ({ it: 'Hanno la stessa immagine del profilo.', en: 'They have the same profile picture.' }),
  domain: (key) => ({
    it: `Usano lo stesso dominio, ${key}.`,
    en: `They use the same domain, ${key}.`,
  }),
  name: () => ({ it: 'Hanno lo stesso nome.', en: 'They have the same name.' }),
};
