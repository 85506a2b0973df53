import type { Draft } from '../draft.ts';
import type { Candidate, RuleWords } from '../phrases.ts';

const rule: RuleWords = {
  kind: 'shouting',
  level: 'hint',
  why: {
    it: 'Maiuscole e punti esclamativi in fila si leggono come grida: le parole bastano.',
    en: 'Capitals and rows of exclamation marks read as shouting: the words are enough.',
  },
};

// Two words of four letters or more in capitals, or three of any length: names of standards ("ISO", "IVA") are shorter.
const capitals =
  /(?<![\p{L}\p{N}[])(?:\p{Lu}{2,30}['’]?[\s,:;!%\d]{1,4}){2,40}\p{Lu}{2,30}(?:['’]\p{Lu}{1,5})?(?![\p{L}\p{N}])|(?<![\p{L}\p{N}[])\p{Lu}{3,30}\s\p{Lu}{4,30}(?![\p{L}\p{N}])/gu;
const marks = /[!❗‼]{3,}|❗️?❗/gu;

export const findShouting = (draft: Draft): readonly Candidate[] => {
  const found: Candidate[] = [];
  for (const match of draft.text.matchAll(capitals)) found.push(quieter(draft, match.index, match[0]));
  for (const match of draft.text.matchAll(marks)) found.push(fewer(draft, match.index, match[0]));
  return found.slice(0, 20);
};

const quieter = (draft: Draft, start: number, said: string): Candidate => {
  const low = said.toLowerCase();
  const text = low.charAt(0).toUpperCase() + low.slice(1);
  const end = start + said.length;
  return {
    picky: false,
    finding: { ...rule, start, end, proposal: { lang: draft.lang, text, start, end, ready: true } },
  };
};

const fewer = (draft: Draft, start: number, said: string): Candidate => {
  const end = start + said.length;
  return {
    picky: false,
    finding: { ...rule, start, end, proposal: { lang: draft.lang, text: '!', start, end, ready: true } },
  };
};
