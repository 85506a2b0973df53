import type { Answer, company } from '../../../app/client.ts';

/** What the server says of a draft. */
export type ToneView = Answer<(typeof company)['tone']['$post']>;
export type ToneFinding = ToneView['findings'][number];
export type PersonalDatum = ToneView['personalData'][number];

type Placed = { readonly start: number; readonly end: number };

/** What still holds after more was written: the words that it points at stand where they stood. */
export const stillThere = <P extends Placed>(found: readonly P[], read: string, now: string): P[] =>
  found.filter(({ start, end }) =>
    start === end
      ? start <= now.length || start === read.length
      : end <= now.length && now.slice(start, end) === read.slice(start, end),
  );

export type Change = { readonly start: number; readonly end: number; readonly text: string };

/**
 * A proposal as a change of what is in the field. What belongs at the end of the text belongs before the signature,
 * which is not in the field; and nothing is set against the word before it.
 */
export const changeIn = (body: string, proposal: NonNullable<ToneFinding['proposal']>): Change => {
  const end = Math.min(proposal.end, body.trimEnd().length);
  const start = Math.min(proposal.start, end);
  const text = start === 0 ? proposal.text.trimStart() : proposal.text;
  return { start, end, text };
};
