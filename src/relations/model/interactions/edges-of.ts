import { type InteractionKind, kindOfForm, kindValues } from './kinds.ts';
import { sourceKeys } from './source-key.ts';

/** What the recording needs to know of a mention. Authors whose channel allows no profile have null. */
export type SpokenFacts = {
  readonly id: string;
  readonly connectionId: string;
  readonly channel: string;
  readonly nativeId: string;
  readonly authorId: string;
  readonly ours: boolean;
  readonly addressed: boolean;
  /** A person's words; machines tie nobody. */
  readonly automatic: boolean;
  readonly removed: boolean;
  readonly form: string;
  readonly saidAt: string;
  /** What it answers, when we have that: its author, or us. */
  readonly parent: { readonly authorId: string; readonly ours: boolean } | null;
};

/** One edge; null ends are us. Ends are authors: the recording finds their identities. */
export type Edge = {
  readonly sourceKey: string;
  readonly at: string;
  readonly channel: string;
  readonly kind: InteractionKind;
  readonly fromAuthor: string | null;
  readonly toAuthor: string | null;
  readonly connectionId: string;
  readonly mentionId: string;
  readonly value: number;
};

/**
 * The edges that a mention makes: towards whom it answers, and towards us when it is spoken to us. What is merely about
 * us ties nobody, nor do machines, answers to oneself, and what was taken back.
 */
export const edgesOf = (said: SpokenFacts): readonly Edge[] => {
  if (said.automatic || said.removed) return [];
  return said.ours ? fromUs(said) : [...toParent(said), ...toUs(said)];
};

const fromUs = (said: SpokenFacts): readonly Edge[] =>
  said.parent === null || said.parent.ours
    ? []
    : [edge(said, sourceKeys.ours(said.connectionId, said.nativeId), null, said.parent.authorId, true)];

const toParent = (said: SpokenFacts): readonly Edge[] =>
  said.parent === null || said.parent.ours || said.parent.authorId === said.authorId
    ? []
    : [edge(said, sourceKeys.toParent(said.id), said.authorId, said.parent.authorId, true)];

const toUs = (said: SpokenFacts): readonly Edge[] => {
  const answersUs = said.parent?.ours === true;
  if (!said.addressed && !answersUs) return [];
  return [edge(said, sourceKeys.toUs(said.id), said.authorId, null, answersUs)];
};

const edge = (
  said: SpokenFacts,
  sourceKey: string,
  fromAuthor: string | null,
  toAuthor: string | null,
  isAnswer: boolean,
): Edge => {
  const kind = kindOfForm(said.form, said.channel, isAnswer);
  return {
    sourceKey,
    at: said.saidAt,
    channel: said.channel,
    kind,
    fromAuthor,
    toAuthor,
    connectionId: said.connectionId,
    mentionId: said.id,
    value: kindValues[kind],
  };
};
