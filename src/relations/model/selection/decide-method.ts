import type { Method, Words } from './team-input.ts';

/** From so many reactions on what was seen says more than what can be guessed from the ties (see the measurements). */
export const ENOUGH_REACTIONS = 2_000;
/** From so many on, chances learnt per tie are better than even ones. */
export const SOME_REACTIONS = 200;

/** The way of guessing that the data bear, and why. */
export const decideMethod = (
  asked: Method | 'auto',
  reactions: number,
): { readonly method: Method; readonly why: Words } => {
  if (asked !== 'auto') return { method: asked, why: whyAsked[asked] };
  const method =
    reactions >= ENOUGH_REACTIONS ? 'observed' : reactions >= SOME_REACTIONS ? 'learned' : 'cascade';
  return { method, why: whyAutomatic[method](reactions) };
};

const whyAutomatic = {
  observed: (reactions) => ({
    it: `Scelta da chi ha davvero risposto a chi: ${reactions} reazioni viste, e da ${ENOUGH_REACTIONS} in su bastano.`,
    en: `Chosen by who really answered whom: ${reactions} reactions seen, and ${ENOUGH_REACTIONS} are enough.`,
  }),
  learned: (reactions) => ({
    it: `Le reazioni viste sono ${reactions}, meno delle ${ENOUGH_REACTIONS} che bastano da sole: servono a stimare quanto ogni legame trasmette.`,
    en: `${reactions} reactions seen, fewer than the ${ENOUGH_REACTIONS} that are enough alone: they help to guess what each tie passes on.`,
  }),
  cascade: (reactions) => ({
    it: `Troppo poche reazioni (${reactions}, ne servono ${SOME_REACTIONS}): la scelta si basa solo su chi ascolta chi. Prendila per un’ipotesi.`,
    en: `Too few reactions (${reactions}, ${SOME_REACTIONS} are needed): chosen only by who listens to whom. Take it as a guess.`,
  }),
} as const satisfies Partial<Record<Method, (reactions: number) => Words>>;

const whyAsked: Readonly<Record<Method, Words>> = {
  observed: {
    it: 'Da chi ha davvero risposto a chi, come chiesto.',
    en: 'By who really answered whom, as asked.',
  },
  learned: {
    it: 'Da quanto ogni legame ha trasmesso, come chiesto.',
    en: 'By what each tie has passed on, as asked.',
  },
  cascade: { it: 'Da chi ascolta chi, come chiesto.', en: 'By who listens to whom, as asked.' },
  followers: { it: 'I più seguiti, come chiesto.', en: 'Those with most followers, as asked.' },
  pagerank: {
    it: 'I più ascoltati da chi è ascoltato, come chiesto.',
    en: 'Those most heard by the heard, as asked.',
  },
  single: {
    it: 'Gli stessi dati, una persona alla volta, come chiesto.',
    en: 'The same data, one person at a time, as asked.',
  },
};
