/** One thing said in a field, as far as choosing people needs it. */
export type Utterance = {
  /** Of its channel, such as `bluesky at://...`: the same thing heard twice is one. */
  readonly key: string;
  readonly parentKey: string | null;
  readonly rootKey: string | null;
  /** Null: somebody whom the channel does not let us follow, who objected, or ourselves. */
  readonly person: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
};

/** Somebody's like or share of a thing said. */
type Reaction = { readonly ofKey: string; readonly person: string; readonly at: number };

export type Conversation = {
  readonly utterances: readonly Utterance[];
  readonly reactions: readonly Reaction[];
};
