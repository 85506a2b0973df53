import type { Token } from '../text/tokenise.ts';
import type { Evidence } from './reading.ts';

/** Words that add less than this share of what the strongest adds are not underlined. */
const SHARE = 0.4;
const MOST_WORDS = 5;
/** No judgement is a matter of more than this many characters at a stretch. */
const WIDEST_GAP = 2;

/** The words that speak most for a judgement, neighbours joined, in the order of the text. */
export const findEvidence = (
  head: string,
  tokens: readonly Token[],
  added: readonly number[],
): readonly Evidence[] => {
  let strongest = 0;
  for (let at = 0; at < added.length; at += 1)
    if (mayTell(tokens[at]) && (added[at] as number) > strongest) strongest = added[at] as number;
  if (strongest === 0) return [];
  const telling: number[] = [];
  for (let at = 0; at < added.length; at += 1)
    if ((added[at] as number) >= strongest * SHARE && mayTell(tokens[at])) telling.push(at);
  if (telling.length > MOST_WORDS) {
    telling.sort((one, other) => (added[other] as number) - (added[one] as number)).length = MOST_WORDS;
    telling.sort((one, other) => one - other);
  }
  const found: Evidence[] = [];
  for (const at of telling) {
    const { start, end } = tokens[at] as Token;
    const before = found.at(-1);
    if (before && start - before.end < WIDEST_GAP)
      found[found.length - 1] = { head, start: before.start, end };
    else found.push({ head, start, end });
  }
  return found;
};

/** A comma is no reason to give; a question mark is. */
const mayTell = (token: Token | undefined): boolean =>
  token !== undefined && token.kind !== 'link' && (token.kind !== 'mark' || /[?!€$%]/.test(token.raw));
