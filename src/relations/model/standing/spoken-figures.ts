import type { Words } from '../../../channels/index.ts';

/** A whole number as it is written: 12.500 in Italian, 12,500 in English; four figures stay together in Italian. */
export const sayFigure = (value: number): Words => {
  const digits = String(Math.round(value));
  const groups = digits.replace(/\B(?=(?:\d{3})+$)/g, ' ');
  return {
    it: digits.length > 4 ? groups.replaceAll(' ', '.') : digits,
    en: groups.replaceAll(' ', ','),
  };
};

/** «3 volte», «una volta». */
export const times = (count: number): Words =>
  count === 1
    ? { it: 'una volta', en: 'once' }
    : { it: `${sayFigure(count).it} volte`, en: count === 2 ? 'twice' : `${sayFigure(count).en} times` };

export const peopleCount = (count: number): Words =>
  count === 1
    ? { it: 'una persona', en: 'one person' }
    : { it: `${sayFigure(count).it} persone`, en: `${sayFigure(count).en} people` };

/** A percentage with its Italian article: «del 40%», «dell’82%», «dello 0%»; «il», «l’», «lo». */
export const withArticle = (article: 'del' | 'il', percent: number): string => {
  const whole = Math.round(percent);
  const isVowel = whole === 1 || whole === 8 || whole === 11 || (whole >= 80 && whole < 90);
  const [vowel, zero] = article === 'del' ? ['dell’', 'dello '] : ['l’', 'lo '];
  return `${isVowel ? vowel : whole === 0 ? zero : `${article} `}${whole}%`;
};
