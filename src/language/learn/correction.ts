import { aspects, type Head, heads, intents, polarityHeads } from '../model/heads.ts';
import type { Polarity } from '../read/reading.ts';

/** What a person says of a text instead of what was read; what they leave out is not said. */
export type Correction = {
  readonly text: string;
  readonly polarity?: Polarity | undefined;
  /** All of them: what is not among them is not meant. */
  readonly intents?: readonly string[] | undefined;
  readonly needsReply?: boolean | undefined;
  /** All of them, by name. */
  readonly aspects?: readonly string[] | undefined;
  readonly toxic?: boolean | undefined;
};

export const UNSAID = 255;

/** For each head 1, 0 or `UNSAID`. */
export const wantedByCorrection = (correction: Correction): Uint8Array => {
  const wanted = new Uint8Array(heads.length).fill(UNSAID);
  const set = (head: Head, yes: boolean): void => {
    wanted[heads.indexOf(head)] = yes ? 1 : 0;
  };
  const { polarity, needsReply, toxic } = correction;
  if (polarity) {
    const [good, bad] = polarityHeads;
    set(good, polarity === 'pos' || polarity === 'mixed');
    set(bad, polarity === 'neg' || polarity === 'mixed');
  }
  if (correction.intents) for (const intent of intents) set(intent, correction.intents.includes(intent));
  if (correction.aspects)
    for (const aspect of aspects) set(`aspect:${aspect}`, correction.aspects.includes(aspect));
  if (needsReply !== undefined) set('needs_reply', needsReply);
  if (toxic !== undefined) set('toxic', toxic);
  return wanted;
};
