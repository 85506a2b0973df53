import type { Register } from './asking.ts';

export type ThanksWish = {
  readonly language: 'it' | 'en';
  readonly register: Register;
  readonly signedBy: string;
  /** What they praised, as the language room names it: `staff`, `product`… */
  readonly aspects: readonly string[];
  /** Chooses among the wordings; the same seed chooses the same. */
  readonly seed: number;
  /** Wordings used lately, which are not used again now. */
  readonly used: readonly number[];
};

type Saying = { readonly tu: string; readonly lei: string; readonly en: string };

/** `#` is where what they praised is named. */
const openings: readonly Saying[] = [
  {
    tu: 'Le tue parole mi hanno fatto piacere davvero. Grazie#.',
    lei: 'Le Sue parole mi hanno fatto piacere davvero. Grazie#.',
    en: 'Your words made me really glad. Thank you#.',
  },
  {
    tu: 'Mi hai fatto cominciare bene la giornata: grazie#.',
    lei: 'Mi ha fatto cominciare bene la giornata: grazie#.',
    en: 'You made a good start to my day: thank you#.',
  },
  {
    tu: 'Che bello leggerti! Grazie#.',
    lei: 'Che bello leggerLa! Grazie#.',
    en: 'How good to read this! Thank you#.',
  },
  {
    tu: 'Grazie per aver trovato il tempo di scriverlo#.',
    lei: 'Grazie per aver trovato il tempo di scriverlo#.',
    en: 'Thank you for taking the time to write this#.',
  },
  {
    tu: 'L’ho letto ad alta voce ai colleghi: grazie#.',
    lei: 'L’ho letto ad alta voce ai colleghi: grazie#.',
    en: 'I read it aloud to my colleagues: thank you#.',
  },
  {
    tu: 'Un grazie sincero da parte mia#.',
    lei: 'Un grazie sincero da parte mia#.',
    en: 'A sincere thank you from me#.',
  },
];
const closings: readonly Saying[] = [
  {
    tu: 'Se ti va, raccontami che cosa ti è piaciuto di più.',
    lei: 'Se Le va, mi racconti che cosa Le è piaciuto di più.',
    en: 'If you like, tell me what you enjoyed most.',
  },
  {
    tu: 'Se c’è una cosa che faresti diversa, dimmela pure.',
    lei: 'Se c’è una cosa che farebbe diversa, me la dica pure.',
    en: 'If there is one thing you would do differently, do tell me.',
  },
  {
    tu: 'Per qualunque cosa, scrivimi qui: rispondo io.',
    lei: 'Per qualunque cosa, mi scriva qui: rispondo io.',
    en: 'Whatever you need, write to me here: I answer myself.',
  },
  {
    tu: 'Quando passi da noi, chiedi di me: mi fa piacere conoscerti.',
    lei: 'Quando passa da noi, chieda di me: mi fa piacere conoscerLa.',
    en: 'When you come by, ask for me: I would be glad to meet you.',
  },
];

export const VARIANTS = openings.length * closings.length;

/** What was praised, in words that fit after "per". Where the language room is not sure, nothing is named. */
const praised: Readonly<Record<string, { readonly it: string; readonly en: string }>> = {
  staff: { it: 'lo riferisco a chi era con me', en: 'I will pass it on to those who were with me' },
  product: {
    it: 'ci mettiamo cura, e sapere che si sente vale molto',
    en: 'we put care into it, and it means a lot that it shows',
  },
  delivery: { it: 'lo dico a chi prepara i pacchi', en: 'I will tell those who pack the parcels' },
  place: { it: 'lo dico a chi tiene in ordine la casa', en: 'I will tell those who look after the place' },
  cleanliness: {
    it: 'lo dico a chi tiene in ordine la casa',
    en: 'I will tell those who look after the place',
  },
  service: { it: 'lo riferisco a chi era con me', en: 'I will pass it on to those who were with me' },
};

/** The personal part of a thank-you differs from those used lately; when all were, the one used longest ago comes back. */
export const thankYou = (wish: ThanksWish): { readonly variant: number; readonly body: string } => {
  const variant = chooseVariant(wish);
  const key = wish.language === 'en' ? 'en' : wish.register;
  const opening = (openings[Math.floor(variant / closings.length)] ?? openings[0])?.[key] ?? '';
  const closing = (closings[variant % closings.length] ?? closings[0])?.[key] ?? '';
  const aspect = wish.aspects.map((one) => praised[one]?.[wish.language]).find(Boolean);
  const first = opening.replace('#', aspect && !opening.includes(':') ? `: ${aspect}` : '');
  return { variant, body: `${first} ${closing}\n\n${wish.signedBy}` };
};

const chooseVariant = ({ seed, used }: ThanksWish): number => {
  const start = Math.abs(Math.trunc(seed)) % VARIANTS;
  const lately = new Set(used.slice(0, VARIANTS - 1));
  for (let step = 0; step < VARIANTS; step += 1) {
    // Seven and twenty-four share no divisor: every wording is reached.
    const variant = (start + step * 7) % VARIANTS;
    if (!lately.has(variant)) return variant;
  }
  return start;
};

/** Asked on its own, of whoever thanked us, never as a condition of anything. */
export const askToTell = (language: 'it' | 'en', register: Register): string =>
  language === 'en'
    ? 'May I tell this story on our public page, without your name? If you would rather not, that is fine.'
    : register === 'tu'
      ? 'Posso raccontare questa storia sulla nostra pagina pubblica, senza il tuo nome? Se preferisci di no, va bene lo stesso.'
      : 'Posso raccontare questa storia sulla nostra pagina pubblica, senza il Suo nome? Se preferisce di no, va bene lo stesso.';
