import type { Language, Register } from './finding.ts';
import { foldSameLength } from './fold-same-length.ts';
import { guessLanguage } from './guess-language.ts';
import { addressOf } from './register.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/** A reply or a post that somebody of the company is writing. */
export type DraftInput = {
  readonly text: string;
  readonly channel?: string;
  /** What we are answering, in the words of who wrote it. */
  readonly inReplyTo?: string;
  /** Without it, a draft that answers something is a reply, any other a post. */
  readonly kind?: 'reply' | 'post';
  readonly lang?: Language;
  /** How this company has chosen to address people. */
  readonly register?: Register;
  /** Whether what we are answering says that something went wrong. */
  readonly complaint?: boolean;
};

/** A draft as the rules read it: `folded` is lower case with plain apostrophes, and as long as `text`. */
export type Draft = {
  readonly text: string;
  readonly folded: string;
  readonly sentences: readonly Sentence[];
  readonly lang: Language;
  readonly kind: 'reply' | 'post';
  readonly complaint: boolean;
  readonly inReplyTo: string;
  readonly channel: string;
  /** What the company chose, if it did. */
  readonly house: Register | undefined;
  /** How the draft speaks to its reader, for proposals that fit in. */
  readonly address: Register;
};

export const prepareDraft = (input: DraftInput): Draft => {
  const { text, inReplyTo = '' } = input;
  const folded = foldSameLength(text);
  const kind = input.kind ?? (inReplyTo === '' ? 'post' : 'reply');
  return {
    text,
    folded,
    sentences: sentencesOf(folded),
    lang: input.lang ?? guessLanguage(folded),
    kind,
    complaint: input.complaint === true && kind === 'reply',
    inReplyTo,
    channel: input.channel ?? '',
    house: input.register,
    address: input.register ?? addressOf(text, folded) ?? (kind === 'post' ? 'voi' : 'lei'),
  };
};
