import type { Language } from './finding.ts';

const italian =
  /(?<![a-zà-ÿ])(?:il|lo|gli|di|che|è|per|con|non|sono|una|un|della|ci|grazie|ciao|del|la|al)(?![a-zà-ÿ])/g;
const english =
  /(?<![a-zà-ÿ])(?:the|of|and|you|your|is|are|for|with|not|we|our|to|thank|thanks|hi|it|was|this)(?![a-zà-ÿ])/g;

/** Which of our two languages a draft is in, when nobody said: Italian unless English words are more. */
export const guessLanguage = (folded: string): Language => {
  const sample = folded.slice(0, 2000);
  const count = (words: RegExp) => sample.match(words)?.length ?? 0;
  return count(english) > count(italian) ? 'en' : 'it';
};
