import type { Draft } from '../draft.ts';
import type { Bilingual, Register, ToneKind, ToneLevel } from '../finding.ts';
import type { Candidate } from '../phrases.ts';
import { hasContact, hasNextStep, hasRegret, hasSignature, hasThanks } from './ingredient-signs.ts';

type Ingredient = {
  readonly kind: ToneKind;
  readonly level: ToneLevel;
  readonly isThere: (draft: Draft) => boolean;
  readonly at: 'start' | 'end';
  readonly why: Bilingual;
  readonly say: { readonly [register in Register]: string } & { readonly en: string };
};

/** What a good answer to a complaint holds. */
const ingredients: readonly Ingredient[] = [
  {
    kind: 'missing-regret',
    level: 'warning',
    isThere: hasRegret,
    at: 'start',
    why: {
      it: 'Non c’è un «mi dispiace»: chi si è trovato male lo cerca per primo.',
      en: 'There is no “I’m sorry”: it is the first thing that somebody let down looks for.',
    },
    say: {
      tu: 'Mi dispiace per … ',
      lei: 'Mi dispiace per … ',
      voi: 'Mi dispiace per … ',
      en: 'I’m sorry about … ',
    },
  },
  {
    kind: 'missing-next-step',
    level: 'warning',
    isThere: hasNextStep,
    at: 'end',
    why: {
      it: 'Non si capisce che cosa succede adesso: una cosa che fai, e quando, vale più di ogni scusa.',
      en: 'It does not say what happens now: one thing you do, and when, is worth more than any apology.',
    },
    say: { tu: ' Entro … ti …', lei: ' Entro … le …', voi: ' Entro … vi …', en: ' By … I will …' },
  },
  {
    kind: 'missing-person',
    level: 'hint',
    isThere: hasContact,
    at: 'end',
    why: {
      it: 'Manca una persona da raggiungere: un numero o un «scrivimi» fanno sentire che qualcuno c’è.',
      en: 'There is nobody to reach: a number or a “write to me” shows that somebody is there.',
    },
    say: {
      tu: ' Scrivimi a …, rispondo io.',
      lei: ' Mi scriva a …, rispondo io.',
      voi: ' Scrivetemi a …, rispondo io.',
      en: ' Write to me at …, I will answer.',
    },
  },
  {
    kind: 'missing-thanks',
    level: 'hint',
    isThere: hasThanks,
    at: 'end',
    why: {
      it: 'Non c’è un grazie: chi si lamenta ci ha fatto il favore di dirlo a noi.',
      en: 'There is no thank you: who complains has done us the favour of telling us.',
    },
    say: {
      tu: ' Grazie di avermelo detto.',
      lei: ' Grazie di avermelo detto.',
      voi: ' Grazie di averlo scritto.',
      en: ' Thank you for telling me.',
    },
  },
  {
    kind: 'missing-name',
    level: 'hint',
    isThere: hasSignature,
    at: 'end',
    why: {
      it: 'Non è firmato: a una lamentela risponde una persona con il suo nome, non un marchio.',
      en: 'It is not signed: a person with a name answers a complaint, not a brand.',
    },
    say: { tu: ' Sono …', lei: ' Sono …', voi: ' Sono …', en: ' I’m …' },
  },
];

/** What an answer to a complaint still lacks. Nothing is asked of other drafts. */
export const findMissingIngredients = (draft: Draft): readonly Candidate[] => {
  if (!draft.complaint) return [];
  return ingredients
    .filter(({ isThere }) => !isThere(draft))
    .map(({ kind, level, at, why, say }) => {
      const place = at === 'end' ? draft.text.length : 0;
      const text = draft.lang === 'en' ? say.en : say[draft.address];
      const ready = !text.includes('…');
      const proposal = { lang: draft.lang, text, start: place, end: place, ready };
      return { picky: false, finding: { kind, level, start: place, end: place, why, proposal } };
    });
};
