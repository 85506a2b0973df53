import { z } from 'zod';

const withScheme =
  (scheme: string) =>
  (url: string): string =>
    /^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `${scheme}://${url}`;

const webUrl = (scheme: string, protocol: RegExp) =>
  z
    .string()
    .trim()
    .transform(withScheme(scheme))
    .pipe(z.url({ protocol }))
    .transform((url) => url.replace(/\/+$/, ''));

export const streamKinds = ['jetstream', 'firehose'] as const;

/** Where each stream is, unless told otherwise. */
const usualStreams = {
  jetstream: 'wss://jetstream2.us-east.bsky.network',
  firehose: 'wss://bsky.network',
} as const;

const FieldsSchema = z.object({
  /** `cantina.bsky.social` or a domain of one's own; a pasted `@` or profile address is forgiven. */
  handle: z
    .string()
    .trim()
    .toLowerCase()
    .transform((handle) => handle.replace(/^https?:\/\/bsky\.app\/profile\//, '').replace(/^@|\/.*$/g, ''))
    .pipe(z.string().regex(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/)),
  service: webUrl('https', /^https?$/).default('https://bsky.social'),
  publicSearch: z.boolean().default(true),
  stream: z.boolean().default(false),
  /** Without one: an address of before there was a choice was a relay's. */
  streamKind: z.enum(streamKinds).optional(),
  /** Without one: the usual one of its kind. */
  streamUrl: webUrl('wss', /^wss?$/).optional(),
});

export const BlueskySettingsSchema = FieldsSchema.transform(({ streamKind, streamUrl, ...rest }) => {
  const kind = streamKind ?? (streamUrl === undefined ? 'jetstream' : 'firehose');
  // Who changes the kind and leaves the other's usual address means the usual one.
  const isOwn = streamUrl !== undefined && !Object.values<string>(usualStreams).includes(streamUrl);
  return { ...rest, streamKind: kind, streamUrl: isOwn ? streamUrl : usualStreams[kind] };
});
export type BlueskySettings = z.infer<typeof BlueskySettingsSchema>;

export const BlueskySecretsSchema = z.object({
  appPassword: z.string().trim().min(1),
  /** Kept by us: the open session as JSON, so that signing in (300 a day) is rare. */
  session: z.string().optional(),
});
export type BlueskySecrets = z.infer<typeof BlueskySecretsSchema>;
