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

export const BlueskySettingsSchema = z.object({
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
  streamUrl: webUrl('wss', /^wss?$/).default('wss://bsky.network'),
});
export type BlueskySettings = z.infer<typeof BlueskySettingsSchema>;

export const BlueskySecretsSchema = z.object({
  appPassword: z.string().trim().min(1),
  /** Kept by us: the open session as JSON, so that signing in (300 a day) is rare. */
  session: z.string().optional(),
});
export type BlueskySecrets = z.infer<typeof BlueskySecretsSchema>;
