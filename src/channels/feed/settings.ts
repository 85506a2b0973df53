import { z } from 'zod';

/** `url` is a feed's address or that of a page that names its feed. */
export const FeedSettingsSchema = z.object({
  url: z
    .string()
    .trim()
    .transform((url) => (/^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url}`))
    .pipe(z.url({ protocol: /^https?$/ })),
  /** Comments on a site of our own are spoken to us, its articles are our words. */
  ownSite: z.boolean().default(false),
  /** The comments under its articles are followed too, where the feed says where they are. */
  comments: z.boolean().default(false),
  /** Everything it says is kept; otherwise only what answers to a watch. A feed is chosen by hand: it is little, and wanted. */
  keepAll: z.boolean().default(true),
});
export type FeedSettings = z.infer<typeof FeedSettingsSchema>;

export const FeedSecretsSchema = z.object({});
export type FeedSecrets = z.infer<typeof FeedSecretsSchema>;
