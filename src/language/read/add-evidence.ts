import type { Token } from '../text/tokenise.ts';
import type { Contributions } from './contributions.ts';
import type { Evidence } from './reading.ts';

/** Words that add less than this share of what the strongest adds are not underlined. */
const SHARE = 0.4;
const MOST_WORDS = 5;
/** No judgement is a matter of more than this many characters at a stretch. */
const WIDEST_GAP = 2;

/** Adds to `found` the words that speak most for a judgement, neighbours joined, in the order of the text. */
export const addEvidence = (
  found: Evidence[],
  head: string,
  tokens: readonly Token[],
  added: Contributions,
): void => {
  let strongest = 0;
  for (let at = 0; at < tokens.length; at += 1)
    if ((added[at] as number) > strongest && mayTell(tokens[at])) strongest = added[at] as number;
  if (strongest === 0) return;
  const telling: number[] = [];
  for (let at = 0; at < tokens.length; at += 1)
    if ((added[at] as number) >= strongest * SHARE && mayTell(tokens[at])) telling.push(at);
  if (telling.length > MOST_WORDS) {
    telling.sort((one, other) => (added[other] as number) - (added[one] as number)).length = MOST_WORDS;
    telling.sort((one, other) => one - other);
  }
  let from = -1;
  let to = -1;
  for (const at of telling) {
    const { start, end } = tokens[at] as Token;
    if (from >= 0 && start - to >= WIDEST_GAP) {
      found.push({ head, start: from, end: to });
      from = start;
    } else if (from < 0) from = start;
    to = end;
  }
  found.push({ head, start: from, end: to });
};

/** A comma is no reason to give; a question mark is. */
const mayTell = (token: Token | undefined): boolean =>
  token !== undefined && token.kind !== 'link' && (token.kind !== 'mark' || isTelling(token.raw));

/** Asked of every mark, for every judgement: most are a full stop or a comma. */
const isTelling = (mark: string): boolean =>
  (mark.length > 1 || (mark !== '.' && mark !== ',')) && TELLING.test(mark);
const TELLING = /[?!€$%]/;
