import type { Says } from '../map/web.ts';
import { ENOUGH_REACTIONS, SOME_REACTIONS } from '../selection/index.ts';

/** A field with fewer people than these has no middle to choose from. */
const FEWEST_PEOPLE = 20;

export type Gathering = {
  readonly mentions: number;
  readonly people: number;
  readonly reactionPairs: number;
  readonly enough: boolean;
  readonly says: Says;
  readonly byChannel: readonly {
    readonly channel: string;
    readonly mentions: number;
    readonly people: number;
  }[];
};

type Counted = Omit<Gathering, 'enough' | 'says'>;

/** Whether what was gathered is enough to choose by, in words. */
export const judgeGathering = (counted: Counted): Gathering => ({
  ...counted,
  enough: counted.reactionPairs >= ENOUGH_REACTIONS && counted.people >= FEWEST_PEOPLE,
  says: sayGathering(counted),
});

const sayGathering = ({ mentions, people, reactionPairs }: Counted): Says => {
  if (mentions === 0) return words.nothing;
  const count = (n: number, locale: 'it' | 'en'): string =>
    n.toLocaleString(locale === 'it' ? 'it-IT' : 'en-GB', {
      useGrouping: 'always',
    } as Intl.NumberFormatOptions);
  const found: Says = {
    it: `${count(people, 'it')} persone, ${count(reactionPairs, 'it')} reazioni tra loro.`,
    en: `${count(people, 'en')} people, ${count(reactionPairs, 'en')} reactions among them.`,
  };
  const verdict = verdictOf(people, reactionPairs);
  return { it: `${found.it} ${verdict.it}`, en: `${found.en} ${verdict.en}` };
};

const verdictOf = (people: number, pairs: number): Says => {
  if (people < FEWEST_PEOPLE) return words.tooFewPeople;
  if (pairs >= ENOUGH_REACTIONS) return words.enough;
  return pairs >= SOME_REACTIONS ? words.learnable : words.little;
};

const words = {
  nothing: {
    it: 'Ancora niente: nessuno, tra ciò che ascoltate, ha parlato di questo campo.',
    en: 'Nothing yet: nobody, in what you listen to, has spoken of this field.',
  },
  tooFewPeople: {
    it: 'Sono troppo poche per scegliere: lasciate ascoltare ancora, o allargate le parole.',
    en: 'Too few to choose from: let it listen a while longer, or widen the words.',
  },
  enough: {
    it: 'Bastano: si sceglie da chi ha davvero seguito chi.',
    en: 'It is enough: the choice rests on who really followed whom.',
  },
  learnable: {
    it: 'Per scegliere solo dai fatti ne servono circa 2.000: per ora completiamo con ciò che di solito segue, e la scelta è meno sicura.',
    en: 'To choose by facts alone about 2,000 are needed: for now we fill in with what usually follows, and the choice is less sure.',
  },
  little: {
    it: 'Sono poche: si sceglie dalla forma dei legami. Prendetela come una prima lista da guardare, non come un consiglio.',
    en: 'They are few: the choice rests on the shape of the ties. Take it as a first list to look at, not as advice.',
  },
} as const satisfies Record<string, Says>;
