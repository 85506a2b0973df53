import type { Words } from '../../channels/index.ts';

export type GiftKind = 'gift' | 'sample' | 'trial' | 'travel' | 'payment';

/** What must be said by whoever received something and speaks of us in public. */
export type Disclosure = {
  /** Stands at the beginning of what they publish. */
  readonly label: Words;
  /** The same as hashtags, among the first three. */
  readonly tags: readonly string[];
  /** What we have to tell the person when we give it. */
  readonly tell: Words;
};

/**
 * The words that the rules ask for: IAP, Digital Chart on the recognisability of commercial communication (edition of 30
 * October 2024) for all, AGCOM resolution 197/25/CONS for accounts with very many followers, arts. 22 and 23 of the
 * Consumer Code behind both. `brand` is the company's name. Not legal advice; the words are kept with the gift.
 */
export const disclosureFor = (kind: GiftKind, brand: string): Disclosure => {
  const label = labels[kind](brand);
  const tags = kind === 'payment' ? ['#adv', hashtag(brand)] : ['#prodottofornitoda', hashtag(brand)];
  const shownTags = tags.filter((tag) => tag.length > 1);
  return { label, tags: shownTags, tell: tellWords(label, shownTags) };
};

/** What we think of it ourselves: what is paid or invited is no longer said out of passion alone. Null when there is nothing to add. */
export const warningFor = (kind: GiftKind): Words | null =>
  kind === 'payment' || kind === 'travel' ? warning : null;

const labels: Readonly<Record<GiftKind, (brand: string) => Words>> = {
  gift: (brand) => ({ it: `Prodotto fornito da ${brand}`, en: `Product supplied by ${brand}` }),
  sample: (brand) => ({ it: `Prodotto fornito da ${brand}`, en: `Product supplied by ${brand}` }),
  trial: (brand) => ({
    it: `Prova gratuita offerta da ${brand}`,
    en: `Free trial offered by ${brand}`,
  }),
  travel: (brand) => ({ it: `Su invito di ${brand}`, en: `Invited by ${brand}` }),
  payment: (brand) => ({
    it: `Pubblicità – in collaborazione con ${brand}`,
    en: `Advertising – in collaboration with ${brand}`,
  }),
};

const tellWords = (label: Words, tags: readonly string[]): Words => ({
  it: `Se ne parli in pubblico, comincia con «${label.it}», oppure metti ${tags.join(' e ')} tra i primi tre hashtag. Puoi anche non parlarne, e dire quello che pensi.`,
  en: `If you speak of it in public, begin with “${label.en}”, or put ${tags.join(' and ')} among the first three hashtags. You are free not to speak of it, and to say what you think.`,
});

/** Letters and digits of a name, each word with a capital; `#` alone when there are none. */
const hashtag = (brand: string): string =>
  `#${brand
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}`;

const warning: Words = {
  it: 'Chi riceve un pagamento o un viaggio non parla più solo per passione: non contiamo su queste parole come passaparola, e va detto a chi legge.',
  en: 'Whoever is paid or invited on a trip no longer speaks out of passion alone: we do not count those words as word of mouth, and readers must be told.',
};
