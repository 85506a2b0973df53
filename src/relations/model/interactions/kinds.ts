/** What can pass between two, with its weight (GRAPH.md, definitions). A like costs nothing, a meeting takes an afternoon. */
export const kindValues = {
  reply: 1,
  comment: 1,
  mention: 0.6,
  share: 0.8,
  like: 0.1,
  review: 1,
  trackback: 1,
  mail: 1,
  meeting: 3,
  follow: 0.1,
} as const satisfies Readonly<Record<string, number>>;

export type InteractionKind = keyof typeof kindValues;

/** The kind of something said, by the form it has on its channel and by whether it answers something. */
export const kindOfForm = (form: string, channel: string, isAnswer: boolean): InteractionKind => {
  if (channel === 'mail') return 'mail';
  return forms[form] ?? (isAnswer ? 'reply' : 'mention');
};

const forms: Readonly<Record<string, InteractionKind>> = {
  comment: 'comment',
  review: 'review',
  encounter: 'meeting',
  call: 'meeting',
};

/** What a reaction is; `other` ones weigh as a like. */
export const kindOfReaction = (reaction: string): InteractionKind => reactions[reaction] ?? 'like';

const reactions: Readonly<Record<string, InteractionKind>> = { repost: 'share', follow: 'follow' };
