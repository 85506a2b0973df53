import type { Words } from '../../../channels/index.ts';
import type { Candidate } from './candidate.ts';
import type { ReasonKind } from './reason-kind.ts';

/** How to speak with somebody. No manner gives or sells anything. */
export type Manner = 'answer' | 'private' | 'call' | 'visit' | 'thank' | 'ask' | 'introduce';

/** Minutes that each takes; a visit is arranged, not made. */
export const mannerMinutes = {
  thank: 1,
  answer: 2,
  private: 2,
  ask: 2,
  introduce: 3,
  visit: 3,
  call: 5,
} as const satisfies Readonly<Record<Manner, number>>;

/** From this strength on (0..1), a voice is better than a line of text. */
const CLOSE = 0.7;

/** In what manner, by what is due and what is usual between us. */
export const mannerFor = (kind: ReasonKind, candidate: Candidate): Manner => {
  const { said, tie, canCall, metInPerson } = candidate;
  const isClose = (tie?.strength ?? 0) >= CLOSE;
  switch (kind) {
    case 'complained':
      // Care is shown where the complaint was made; whoever is unhappy for the second time is owed a voice.
      return said?.isPublic ? 'answer' : said?.leftUnhappy && canCall ? 'call' : 'private';
    case 'asked':
      return said?.isPublic ? 'answer' : 'private';
    case 'unhappy':
      return said?.leftUnhappy && canCall ? 'call' : 'ask';
    case 'thanked':
      return 'thank';
    case 'introduction':
      return 'private';
    case 'meeting':
      return 'introduce';
    case 'bridge':
    case 'weak-tie':
      return candidate.channels.some(({ isPublic }) => isPublic) ? 'answer' : 'private';
    case 'asleep':
      return isClose && metInPerson ? 'visit' : isClose && canCall ? 'call' : 'private';
    case 'anniversary':
      return isClose && canCall ? 'call' : 'thank';
  }
};

/** The manner in words, as a colleague would put it. */
export const sayManner = (manner: Manner, kind: ReasonKind): Words =>
  special[`${kind}:${manner}`] ?? usual[manner];

const usual = {
  answer: {
    it: 'Rispondi in pubblico, dove leggono anche gli altri.',
    en: 'Answer in public, where others read it too.',
  },
  private: {
    it: 'Due righe in privato, da persona a persona.',
    en: 'A couple of lines in private, person to person.',
  },
  call: {
    it: 'Una telefonata: a voce ci si capisce prima.',
    en: 'A phone call: a voice is understood sooner.',
  },
  visit: {
    it: 'Combina una visita, o un caffè: di persona vale di più.',
    en: 'Arrange a visit, or a coffee: in person counts for more.',
  },
  thank: {
    it: 'Ringrazia con parole tue: basta una riga.',
    en: 'Say thank you in your own words: one line is enough.',
  },
  ask: { it: 'Chiedi com’è andata a finire.', en: 'Ask how it went.' },
  introduce: {
    it: 'Chiedi a tutti e due se fa piacere, poi presentali.',
    en: 'Ask both whether they would like it, then introduce them.',
  },
} as const satisfies Readonly<Record<Manner, Words>>;

const special: Readonly<Record<string, Words>> = {
  'complained:answer': {
    it: 'Rispondi in pubblico: di’ che cosa fate adesso, poi continua in privato.',
    en: 'Answer in public: say what you are doing now, then go on in private.',
  },
  'complained:private': {
    it: 'Rispondi in privato: prima il dispiacere, poi che cosa fate adesso.',
    en: 'Answer in private: first that you are sorry, then what you are doing now.',
  },
  'unhappy:call': {
    it: 'Una telefonata per ascoltare, senza difendersi.',
    en: 'A phone call to listen, without defending yourselves.',
  },
  'introduction:private': {
    it: 'Chiedi in privato se può farvi conoscere, e se fa piacere all’altra persona.',
    en: 'Ask in private whether they could introduce you, and whether the other person would like it.',
  },
  'bridge:answer': {
    it: 'Rispondi in pubblico a qualcosa che ha scritto: entra nella conversazione, non proporre niente.',
    en: 'Answer something they wrote, in public: join the conversation, propose nothing.',
  },
  'weak-tie:answer': {
    it: 'Rispondi in pubblico a qualcosa che ha scritto: una riga curiosa, ogni tanto, basta.',
    en: 'Answer something they wrote, in public: a curious line now and then is enough.',
  },
  'weak-tie:private': {
    it: 'Due righe in privato su ciò che gli sta a cuore. Nessuna offerta.',
    en: 'A couple of lines in private about what they care for. No offers.',
  },
  'asleep:private': {
    it: 'Due righe in privato: come sta, che cosa sta facendo. Nessuna offerta.',
    en: 'A couple of lines in private: how they are, what they are doing. No offers.',
  },
  'anniversary:call': {
    it: 'Una telefonata per ricordarlo insieme.',
    en: 'A phone call to remember it together.',
  },
  'anniversary:thank': {
    it: 'Ricordalo con una riga di ringraziamento.',
    en: 'Remember it with a line of thanks.',
  },
};
