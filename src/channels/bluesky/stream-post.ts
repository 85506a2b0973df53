import { didOf } from './at-uri.ts';
import type { PostChange } from './firehose-frame.ts';
import { PostRecordSchema } from './raw-document.ts';
import { readEmbed } from './read-embed.ts';
import { searchableText } from './searchable-text.ts';
import type { StreamEvent } from './stream-source.ts';

/** A post of the stream, read once for however many follow it. */
export type HeardPost =
  | {
      readonly action: 'put';
      readonly uri: string;
      readonly cid: string;
      readonly did: string;
      readonly record: unknown;
      /** All its words; '' for a record that is no post. */
      readonly text: string;
      /** Whom it answers, names or quotes. */
      readonly to: ReadonlySet<string>;
      isAuthentic(): boolean;
    }
  | { readonly action: 'delete'; readonly uri: string };

export type HeardEvent = Pick<StreamEvent, 'at' | 'time' | 'goneDid'> & {
  posts(): readonly HeardPost[];
};

/** The same event, whose posts are read when the first of those who follow asks. */
export const hearOnce = ({ at, time, goneDid, changes }: StreamEvent): HeardEvent => {
  let heard: readonly HeardPost[] | undefined;
  return {
    at,
    time,
    ...(goneDid ? { goneDid } : {}),
    posts: () => {
      heard ??= changes().flatMap(postOf);
      return heard;
    },
  };
};

const postOf = (change: PostChange): readonly HeardPost[] => {
  if (change.action === 'delete') return [change];
  const { uri, cid, record } = change;
  const parsed = PostRecordSchema.safeParse(record).data;
  if (!parsed) return [];
  const named = parsed.facets.flatMap(({ features }) => features.map((feature) => feature.did));
  const others = [parsed.reply?.parent.uri, parsed.reply?.root.uri];
  const quoted = readEmbed(parsed.embed, undefined, '').quotedUri;
  const to = [...named, ...others.map(didOf), didOf(quoted)].filter((did) => did !== undefined);
  return [
    {
      ...{ action: 'put', uri, cid, record, did: didOf(uri) ?? '' },
      text: searchableText(record),
      to: new Set(to),
      isAuthentic: once(() => change.isAuthentic()),
    },
  ];
};

const once = <Value>(find: () => Value): (() => Value) => {
  let found: { readonly value: Value } | undefined;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
};
