import type { Features } from '../features/features.ts';

/** Nobody's opinion fits in so few words of these. */
const MOST = 4;

/** Folded as the lexicon folds. A “boh” or a “mah” is not here: it does say something. */
const greetings: ReadonlySet<string> = new Set(
  [
    ['ciao', 'salve', 'ehi', 'hey', 'buongiorno', 'buonasera', 'buondì', 'buonanotte', 'buon', 'giorno'],
    ['buona', 'giornata', 'sera', 'serata', 'notte', 'domenica', 'a', 'tutti', 'tutte', 'arrivederci'],
    ['sì', 'si', 'no', 'presente', 'pronto', 'hi', 'hello', 'good', 'morning', 'evening', 'afternoon'],
    ['night', 'yes', 'bye', 'goodbye', 'all', 'everyone', 'everybody'],
  ].flat(),
);

/**
 * Whether a text is a greeting, a yes or a no and nothing else. Of such words the model has learnt only by which
 * texts they happened to open, which made of a “ciao” somebody who leaves us.
 */
export const isOnlyGreeting = ({ tokens, facts }: Features): boolean => {
  if (tokens.length > MOST * 2) return false;
  let words = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const kind = tokens[at]?.kind;
    if (kind === 'mark' ? tokens[at]?.raw.includes('?') : kind !== 'word' && kind !== 'account') return false;
    if (kind !== 'word') continue;
    words += 1;
    if (!greetings.has(facts[at]?.folded ?? '')) return false;
  }
  return words > 0 && words <= MOST;
};
