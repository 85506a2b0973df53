/** Endings that adjectives and participles have, by which one in -o is also found in -a, -i and -e. */
const ADJECTIVE =
  /(?:[aiu]t|os|iv|ic|ari|ori|an|ar|ut|issim|erec|istic|ell|ett|usc|ent|end|and|ign|id|il|ist|ind|ott|est|av)$/;
/** Among them, those that nouns have as well; a noun in -o would be taken for another in -a. */
const NOT_ADJECTIVE =
  /(?:prodott|biscott|galleri|tappet|capel|cappell|castell|martell|coltell|vitell|anell|cancell|fratell|porcell|momen|vent|dent|vest|test|rest|past|cost|post|cest|bott|gatt|piatt|fatt|latt|canal|mann|pann|grand|bagn|legn|segn|sign|conten|tratt|contratt|ment|men|pat|prat|stat|dat|merc|mosc|marc|bar|cas|ros|pes|vas|nas|mes|pos|stor|gar|pan|man|can|nan|piann|mar|car)$/;

/**
 * Singular and plural of a folded noun or adjective, and both genders where its ending is that of an adjective.
 * Rules: L. Serianni, Italiano (1997), III, on the plural; -co and -go take both plurals, for no rule tells them apart.
 */
export const nounForms = (word: string, isAdjective: boolean): readonly string[] => {
  const stem = word.slice(0, -1);
  const forms = plainForms(stem, word.slice(-1));
  const root = stem.replace(/(?<=[cg])h$/, '');
  const isGendered = isAdjective || (ADJECTIVE.test(root) && !NOT_ADJECTIVE.test(root));
  const genders = isGendered ? allGenders(stem, word.slice(-1)) : [];
  return [...forms, ...genders, ...doers(word)];
};

const plainForms = (stem: string, last: string): readonly string[] => {
  if (last === 'o') return pluralOfO(stem);
  if (last === 'a') return pluralOfA(stem);
  if (last === 'e') return formsOfE(stem);
  return singularsOfI(stem);
};

const pluralOfO = (stem: string): readonly string[] => {
  if (/[cg]$/.test(stem)) return [`${stem}hi`, `${stem}i`];
  return stem.endsWith('i') ? [stem, `${stem}i`] : [`${stem}i`];
};

const pluralOfA = (stem: string): readonly string[] => {
  if (/[cg]$/.test(stem))
    return [`${stem}he`, ...(stem.endsWith('c') || stem.endsWith('g') ? [`${stem}hi`] : [])];
  if (/[cg]i$/.test(stem)) return [`${stem.slice(0, -1)}e`, `${stem}e`];
  /** Problemi, artisti: of both genders, or of Greek. */
  if (/(?:ist|m|at|cid)$/.test(stem)) return [`${stem}e`, `${stem}i`];
  return [`${stem}e`];
};

/** The plural of one in -a (cantine), or one in -e itself (ristorante). */
const formsOfE = (stem: string): readonly string[] => {
  if (/[cg]h$/.test(stem)) return [`${stem.slice(0, -1)}a`];
  if (/[cg]i$/.test(stem)) return [`${stem}a`];
  if (/[cg]$/.test(stem)) return [`${stem}i`, `${stem}ia`];
  return [
    `${stem}i`,
    ...(/(?:ion|or|al|il|nt|ier|es|in|bil|ar)$/.test(stem) && !/in$/.test(stem) ? [] : [`${stem}a`]),
  ];
};

/** What has a plural in -i: one in -o, in -e, in -io, sometimes in -a. */
const singularsOfI = (stem: string): readonly string[] => {
  if (/[cg]h$/.test(stem)) return [`${stem.slice(0, -1)}o`];
  if (/(?:ion|tor|bil|ntal|nal)$/.test(stem)) return [`${stem}e`];
  const feminine = /(?:ist|em|amm|iatr)$/.test(stem) ? [`${stem}a`] : [];
  return [`${stem}o`, `${stem}e`, `${stem}io`, ...feminine];
};

const allGenders = (stem: string, last: string): readonly string[] => {
  const root = /[cg]h$/.test(stem) ? stem.slice(0, -1) : stem;
  /** One in -e has no gender to change. */
  if (last === 'e' && /(?:nt|al|il|bil|es|ent)$/.test(stem)) return [];
  const hard = /[cg]$/.test(root) ? `${root}h` : root;
  if (root.endsWith('i')) return [`${root}o`, `${root}a`, root, `${root}e`];
  return [`${root}o`, `${root}a`, `${root}i`, `${hard}i`, `${hard}e`];
};

/** Who does it, man or woman: produttore, produttrice. */
const doers = (word: string): readonly string[] => {
  const stem = /^(.{2,}[ts])(?:ore|ori|rice|rici)$/.exec(word)?.[1];
  return stem ? ['ore', 'ori', 'rice', 'rici'].map((ending) => stem + ending) : [];
};
