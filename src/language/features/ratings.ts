import type { Token } from '../text/tokenise.ts';
import type { WordFacts } from './word-facts.ts';

/** A mark that somebody gives, such as "10/10", "voto 4" or "1 stella". */
export type Rating = {
  /** First and last token, both included. */
  readonly first: number;
  readonly last: number;
  /** As words of the lexicon have it, -4 to 4. */
  readonly score: number;
};

type Facts = readonly (WordFacts | undefined)[];

const OF = /^(\d{1,3}(?:[.,]\d)?)\/(5|10|100)$/;
const VALUE = /^\d{1,3}(?:[.,]\d)?$/;
const SCALES: ReadonlySet<string> = new Set(['5', '10', '100']);
/** Before a number they make it a day: "il 5/5", "entro il 10/10". */
const DAYS: ReadonlySet<string> = new Set([
  ...['il', 'del', 'dal', 'al', 'nel', 'entro', 'giorno', 'data', 'lunedi', 'martedi', 'mercoledi'],
  ...['giovedi', 'venerdi', 'sabato', 'domenica', 'on', 'from', 'until'],
]);
/** Their stars are a category and no judgement. */
const LODGINGS: ReadonlySet<string> = new Set(['hotel', 'albergo', 'resort', 'residence', 'alberghi']);

/** The marks given in a text, in its order. */
export const ratingsIn = (tokens: readonly Token[], facts: Facts): readonly Rating[] => {
  const found: Rating[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]?.kind !== 'number') continue;
    const rating = ratingAt(tokens, facts, at);
    if (rating) found.push(rating);
  }
  return found;
};

const ratingAt = (tokens: readonly Token[], facts: Facts, at: number): Rating | undefined => {
  const { raw } = tokens[at] as Token;
  const before = facts[at - 1]?.folded ?? '';
  const next = facts[at + 1]?.folded ?? '';
  const [, value, scale] = OF.exec(raw) ?? [];
  if (value !== undefined) return DAYS.has(before) ? undefined : rating(at, at, value, Number(scale));
  if (!VALUE.test(raw)) return undefined;
  const over = tokens[at + 2]?.raw ?? '';
  if (next === 'su' && SCALES.has(over)) return rating(at, at + 2, raw, Number(over));
  if (before === 'voto') return rating(at - 1, at, raw, 10);
  if (!/^(?:stell[ae]|stars?)$/.test(next) || LODGINGS.has(before)) return undefined;
  // Two to four are said of hotels more often than by their guests.
  return raw === '5' || raw === '1' || raw === '0' ? rating(at, at + 1, raw, 5) : undefined;
};

const rating = (first: number, last: number, value: string, scale: number): Rating | undefined => {
  const share = Number(value.replace(',', '.')) / scale;
  return share <= 1 ? { first, last, score: scoreOf(share) } : undefined;
};

const scoreOf = (share: number): number => {
  if (share >= 0.9) return 4;
  if (share >= 0.7) return 2;
  if (share >= 0.6) return 1;
  if (share > 0.4) return -1;
  return share > 0.2 ? -3 : -4;
};
